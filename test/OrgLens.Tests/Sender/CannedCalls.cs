using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender;

/// <summary>
/// Answers calls with what it was given. Answers of an operation come in the order in which they were added, the last one for ever. Those
/// with a condition are for the inputs that meet it, the others for what meets none.
/// </summary>
internal sealed class CannedCalls : IAwsCalls
{
    private readonly List<Canned> _answers = [];
    private readonly ConcurrentQueue<CannedCall> _made = new();
    private readonly ConcurrentQueue<(AwsOperation Operation, JsonObject Input)> _asked = new();
    private readonly ConcurrentQueue<(AwsOperation Operation, string Body)> _told = new();

    /// <summary>All calls, in the order of their beginning.</summary>
    public IReadOnlyList<CannedCall> Made => [.. _made];

    /// <summary>Where the calls and the answers to them differ from the services' public models.</summary>
    public Task<IReadOnlyList<string>> DifferencesAsync() => ServiceModels.DifferencesAsync([], [.. _asked], [.. _told]);

    /// <summary>Adds an answer: JSON text, or XML text for the XML protocols.</summary>
    public CannedCalls Answer(string operation, string body, Func<JsonObject, bool>? when = null, string? region = null) =>
        Add(operation, when, region, (call, _) =>
        {
            _told.Enqueue((call, body));
            return Task.FromResult(Read(call, body));
        });

    /// <summary>Adds a failure.</summary>
    public CannedCalls Fail(string operation, AwsErrorKind kind, string code, Func<JsonObject, bool>? when = null, string? region = null) =>
        Add(operation, when, region, (call, region) => throw new AwsCallException(call, region, kind, code));

    /// <summary>Adds whatever the function does.</summary>
    public CannedCalls Add(string operation, Func<JsonObject, bool>? when, string? region, Func<AwsOperation, string, Task<AwsValue>> answer)
    {
        _answers.Add(new Canned(operation, when, region, answer));
        return this;
    }

    public async Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        var call = new CannedCall(operation.Name, region, input?.DeepClone().AsObject() ?? []);
        _made.Enqueue(call);
        _asked.Enqueue((operation, call.Input));
        cancellationToken.ThrowIfCancellationRequested();
        return await Next(call).Give(operation, region).WaitAsync(cancellationToken);
    }

    /// <summary>A body as the client would read it.</summary>
    public static AwsValue Read(AwsOperation operation, string body) =>
        AwsAnswers.Read(operation, Encoding.UTF8.GetBytes(body)) ?? throw new ArgumentException($"No answer of {operation}: {body}");

    private Canned Next(CannedCall call)
    {
        lock (_answers)
        {
            var given = _answers.Where(answer => answer.Operation == call.Operation && (answer.Region ?? call.Region) == call.Region).ToList();
            var meant = given.Where(answer => answer.When?.Invoke(call.Input) is true).ToList();
            var fitting = meant.Count > 0 ? meant : given.Where(answer => answer.When is null).ToList();
            var next = fitting.FirstOrDefault() ?? throw new InvalidOperationException($"No answer for {call.Operation} in {call.Region}: {call.Input.ToJsonString()}");
            if (fitting.Count > 1)
            {
                _answers.Remove(next);
            }

            return next;
        }
    }

    private sealed record Canned(string Operation, Func<JsonObject, bool>? When, string? Region, Func<AwsOperation, string, Task<AwsValue>> Give);
}
