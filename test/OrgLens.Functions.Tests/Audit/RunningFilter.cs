using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.Lambda;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>The filter in the shared hub, with queues of its own that nobody reads but its tests.</summary>
/// <param name="hub">The hub.</param>
public sealed class RunningFilter(RunningHub hub) : IAsyncLifetime
{
    /// <summary>Where the sample envelopes say that the sample file is.</summary>
    public const string SampleKey =
        "AWSLogs/o-exampleorgid/111122223333/CloudTrail/us-east-1/2023/07/10/111122223333_CloudTrail_us-east-1_20230710T1230Z_AbCdEfGhIjKlMnOp.json.gz";

    private readonly Dictionary<string, string> _queues = [];
    private LambdaHost _host = null!;

    public async Task InitializeAsync()
    {
        foreach (var variable in (string[])["PRODUCT_QUEUE", "ASSET_QUEUE", "USAGE_QUEUE", "TRAIL_DEAD_LETTER_QUEUE"])
        {
            var name = $"filter-{variable.Replace('_', '-')}";
            _queues[variable] = (string)(await hub.Aws.CallAsync("sqs", "create_queue", new JsonObject { ["QueueName"] = name }))["QueueUrl"]!;
        }

        _host = hub.HostWith("FilterTrail", [.. _queues.Select(queue => (queue.Key, queue.Value))]);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    /// <summary>Invokes the function with one of the sample envelopes, which then speaks of the bucket of tests.</summary>
    public Task<InvocationResult> InvokeAsync(string envelope) => InvokeAsync(JsonNode.Parse(
        File.ReadAllText(Repository.File("test", "data", "trail", "envelopes", envelope + ".json")).Replace("example-trail-bucket", hub.QuietBucket.Name, StringComparison.Ordinal))!);

    public Task<InvocationResult> InvokeAsync(JsonNode payload) => _host.InvokeAsync("orglens-FilterTrail", Encoding.UTF8.GetBytes(payload.ToJsonString()));

    /// <summary>Takes all messages out of a queue, which is called by its variable.</summary>
    public async Task<IReadOnlyList<JsonNode>> TakeAsync(string variable)
    {
        var bodies = new List<JsonNode>();
        while (true)
        {
            var answer = await hub.Aws.CallAsync("sqs", "receive_message", new JsonObject { ["QueueUrl"] = _queues[variable], ["MaxNumberOfMessages"] = 10 });
            if (answer["Messages"] is not JsonArray { Count: > 0 } messages)
            {
                return bodies;
            }

            foreach (var message in messages)
            {
                bodies.Add(JsonNode.Parse((string)message!["Body"]!)!);
                await hub.Aws.CallAsync("sqs", "delete_message", new JsonObject { ["QueueUrl"] = _queues[variable], ["ReceiptHandle"] = (string)message["ReceiptHandle"]! });
            }
        }
    }
}
