using System.Text.Json.Nodes;
using OrgLens.Local.Lambda;

namespace OrgLens.Local.Tests.Lambda;

[Collection(SharedEmulators.Name)]
public sealed class QueuePumpTests(Emulators emulators) : IAsyncLifetime
{
    private readonly string _name = $"q-{Guid.NewGuid():N}";
    private string _url = "";
    private string _deadUrl = "";

    private SqsEventSource Source => new($"arn:aws:sqs:eu-west-1:123456789012:{_name}") { ReportsItemFailures = true };

    public async Task InitializeAsync()
    {
        _deadUrl = await CreateQueueAsync($"{_name}-dead", []);
        _url = await CreateQueueAsync(_name, new JsonObject
        {
            ["VisibilityTimeout"] = "2",
            ["RedrivePolicy"] = new JsonObject
            {
                ["deadLetterTargetArn"] = $"arn:aws:sqs:eu-west-1:123456789012:{_name}-dead",
                ["maxReceiveCount"] = 2,
            }.ToJsonString(),
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Hands_over_messages_in_the_shape_of_lambda_and_deletes_them()
    {
        await SendAsync("""{"do": "echo"}""");
        await using var function = await StartAsync(Source);

        await Eventually.HoldsAsync(IsEmptyAsync);

        var record = Assert.Single(Assert.Single(function.Events)["Records"]!.AsArray())!;
        Assert.Equal(
            ["messageId", "receiptHandle", "body", "attributes", "messageAttributes", "md5OfBody", "eventSource", "eventSourceARN", "awsRegion"],
            record.AsObject().Select(member => member.Key));
        Assert.Equal("""{"do": "echo"}""", (string?)record["body"]);
        Assert.Equal("aws:sqs", (string?)record["eventSource"]);
        Assert.Equal(Source.QueueArn, (string?)record["eventSourceARN"]);
        Assert.Equal("1", (string?)record["attributes"]!["ApproximateReceiveCount"]);
        Assert.Equal("v", (string?)record["messageAttributes"]!["k"]!["stringValue"]);
    }

    [Fact]
    public async Task Deletes_only_the_messages_that_did_not_fail()
    {
        await SendAsync("""{"do": "echo", "n": 1}""", """{"do": "fail"}""", """{"do": "echo", "n": 2}""");
        await using var function = await StartAsync(Source);

        // The bad one is received twice, then given up.
        await Eventually.HoldsAsync(async () => await CountAsync(_deadUrl) == 1 && await IsEmptyAsync());

        var bodies = function.Events.SelectMany(e => e["Records"]!.AsArray()).Select(r => (string)r!["body"]!).ToList();
        Assert.Equal(4, bodies.Count);
        Assert.Equal(2, bodies.Count(body => body.Contains("fail", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deletes_nothing_of_a_batch_whose_function_failed()
    {
        await SendAsync("""{"do": "echo"}""", """{"do": "failAll"}""");
        await using var function = await StartAsync(Source with { ReportsItemFailures = false });

        await Eventually.HoldsAsync(async () => await CountAsync(_deadUrl) == 2 && await IsEmptyAsync());

        Assert.True(function.Events.Count >= 2);
    }

    [Fact]
    public async Task Fills_batches_up_to_their_size()
    {
        await SendAsync([.. Enumerable.Range(0, 9).Select(i => $$"""{"n": {{i}}}""")]);
        await using var function = await StartAsync(Source with { BatchSize = 4, BatchingWindow = TimeSpan.FromMilliseconds(300) });

        await Eventually.HoldsAsync(IsEmptyAsync);

        var sizes = function.Events.Select(e => e["Records"]!.AsArray().Count).ToList();
        Assert.Equal(9, sizes.Sum());
        Assert.Equal(4, sizes.Max());
    }

    private async Task<FakeFunction> StartAsync(SqsEventSource source)
    {
        var function = new FakeFunction(emulators.Moto.Endpoint, f => f with { Queues = [source] });
        // An environment that is warm deals with messages long before they become visible again.
        await function.InvokeAsync("{}");
        await function.Host.StartQueuesAsync();
        return function;
    }

    private async Task<string> CreateQueueAsync(string name, JsonObject attributes)
    {
        var answer = await emulators.Boto3.CallAsync("sqs", "create_queue", new JsonObject { ["QueueName"] = name, ["Attributes"] = attributes });
        return (string)answer["QueueUrl"]!;
    }

    private async Task SendAsync(params string[] bodies)
    {
        var entries = bodies.Select((body, i) => (JsonNode)new JsonObject
        {
            ["Id"] = $"m{i}",
            ["MessageBody"] = body,
            ["MessageAttributes"] = new JsonObject { ["k"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "v" } },
        });
        await emulators.Boto3.CallAsync(
            "sqs", "send_message_batch", new JsonObject { ["QueueUrl"] = _url, ["Entries"] = new JsonArray([.. entries]) });
    }

    private async Task<bool> IsEmptyAsync() => await CountAsync(_url) == 0;

    private async Task<int> CountAsync(string url)
    {
        var answer = await emulators.Boto3.CallAsync(
            "sqs", "get_queue_attributes", new JsonObject { ["QueueUrl"] = url, ["AttributeNames"] = new JsonArray("All") });
        var attributes = answer["Attributes"]!;
        return int.Parse((string)attributes["ApproximateNumberOfMessages"]!) + int.Parse((string)attributes["ApproximateNumberOfMessagesNotVisible"]!);
    }
}
