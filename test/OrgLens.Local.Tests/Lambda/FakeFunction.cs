using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Local.Lambda;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Lambda;

/// <summary>A host with one function that obeys its events (fake_runtime.py).</summary>
public sealed class FakeFunction : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-lambda-").FullName;

    public FakeFunction(Uri sqs, Func<FunctionDefinition, FunctionDefinition>? configure = null, int environments = 4, TimeProvider? time = null)
    {
        var function = new FunctionDefinition("Obey")
        {
            Environment = new Dictionary<string, string> { ["RECORDS_FILE"] = RecordsFile },
            Timeout = TimeSpan.FromSeconds(30),
        };
        Host = LambdaHost.Create(new LambdaHostOptions
        {
            Command = ["/usr/bin/env", Python.Path, Path.Combine(AppContext.BaseDirectory, "Lambda", "fake_runtime.py")],
            Functions = [configure?.Invoke(function) ?? function],
            SqsEndpoint = sqs,
            LogFolder = _folder,
            Environment = new Dictionary<string, string> { ["ANSWER"] = "42" },
            MaximumEnvironments = environments,
            Time = time ?? TimeProvider.System,
        });
    }

    public LambdaHost Host { get; }

    public string Folder => _folder;

    public string Log => File.ReadAllText(Path.Combine(_folder, "Obey.log"));

    /// <summary>The SQS events that it has received.</summary>
    public IReadOnlyList<JsonNode> Events =>
        File.Exists(RecordsFile) ? [.. File.ReadAllLines(RecordsFile).Select(line => JsonNode.Parse(line)!)] : [];

    private string RecordsFile => Path.Combine(_folder, "records.jsonl");

    public Task<InvocationResult> InvokeAsync(string payload) => Host.InvokeAsync("Obey", Encoding.UTF8.GetBytes(payload));

    public static string Text(InvocationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Encoding.UTF8.GetString(result.Payload.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
