using System.Text;
using System.Text.Json;

namespace OrgLens.Local.Lambda;

/// <summary>An event on its way through an execution environment.</summary>
internal sealed class Invocation(ReadOnlyMemory<byte> payload, TimeProvider time)
{
    private const int LongestTail = 4096;
    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();
    private long _started = time.GetTimestamp();

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public Task<InvocationResult> Result => _result.Task;

    /// <summary>What was written last.</summary>
    public string LogTail
    {
        get
        {
            lock (_log)
            {
                return _log.ToString(Math.Max(0, _log.Length - LongestTail), Math.Min(_log.Length, LongestTail));
            }
        }
    }

    /// <summary>Completes when the runtime has fetched the event: from here on the function's time runs.</summary>
    public TaskCompletionSource Fetched { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void MarkFetched()
    {
        _started = time.GetTimestamp();
        Fetched.TrySetResult();
    }

    public void Succeed(ReadOnlyMemory<byte> payload) => _result.TrySetResult(ToResult(payload, functionError: null));

    public void Fail(ReadOnlyMemory<byte> error) => _result.TrySetResult(ToResult(error, "Unhandled"));

    public void Fail(string errorType, string message) =>
        Fail(JsonSerializer.SerializeToUtf8Bytes(new LambdaError(errorType, message), LambdaJson.Default.LambdaError));

    public void AddLog(string line)
    {
        lock (_log)
        {
            _log.Append(line).Append('\n');
        }
    }

    private InvocationResult ToResult(ReadOnlyMemory<byte> payload, string? functionError) =>
        new(RequestId, payload, functionError, LogTail, time.GetElapsedTime(_started));
}
