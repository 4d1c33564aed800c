using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Audit.Replay;
using OrgLens.Aws;
using OrgLens.Local.Moto;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Audit.Replay;

public sealed class ArchiveReplayTests
{
    private const string Region = "eu-west-1";
    private const string Bus = "arn:aws:events:eu-west-1:123456789012:event-bus/orglens-audit";
    private const string Archive = "arn:aws:events:eu-west-1:123456789012:archive/orglens-audit";
    private static readonly ReplayWindow s_window = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Starts_a_replay_of_the_window_and_waits_until_it_has_ended()
    {
        var clock = new StoppedClock(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var calls = Canned()
            .Answer("StartReplay", """{"ReplayArn":"arn:aws:events:eu-west-1:123456789012:replay/r","State":"STARTING"}""")
            .Answer("DescribeReplay", """{"State":"STARTING"}""")
            .Answer("DescribeReplay", """{"State":"RUNNING","EventLastReplayedTime":1769774400}""")
            .Answer("DescribeReplay", """{"State":"COMPLETED"}""");
        var shares = new Shares();

        var running = new ArchiveReplay(calls, clock).RunAsync("orglens-audit", Region, s_window, shares, CancellationToken.None);
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal(new ArchiveReplayResult("orglens-20260302T080000000", "orglens-audit", "COMPLETED", null), await running);
        Assert.Equal([0.5, 1], shares.Seen.Select(share => Math.Round(share, 2)));
        var start = calls.Made.Single(call => call.Operation == "StartReplay").Input;
        Assert.Equal(
            $$$"""{"ReplayName":"orglens-20260302T080000000","Description":"orglens replay","EventSourceArn":"{{{Archive}}}","EventStartTime":1767225600,"EventEndTime":1772323200,"Destination":{"Arn":"{{{Bus}}}"}}""",
            start.ToJsonString());
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Theory]
    [InlineData("FAILED", "Too many events.")]
    [InlineData("CANCELLED", null)]
    public async Task Says_how_a_replay_ended_that_is_not_complete(string state, string? reason)
    {
        var calls = Canned()
            .Fail("StartReplay", AwsErrorKind.Failed, "ResourceAlreadyExistsException")
            .Answer("DescribeReplay", new JsonObject { ["State"] = state, ["StateReason"] = reason }.ToJsonString());

        var result = await new ArchiveReplay(calls, TimeProvider.System).RunAsync("orglens-audit", Region, s_window, null, CancellationToken.None);

        Assert.Equal((state, reason, false), (result.State, result.Reason, result.IsComplete));
    }

    [Fact]
    public async Task Names_a_bus_without_an_archive()
    {
        var calls = new CannedCalls().Answer("DescribeEventBus", $$"""{"Arn":"{{Bus}}"}""").Answer("ListArchives", """{"Archives":[]}""");

        var exception = await Assert.ThrowsAsync<ArchiveMissingException>(
            () => new ArchiveReplay(calls, TimeProvider.System).RunAsync("orglens-audit", Region, s_window, null, CancellationToken.None));

        Assert.Contains(Bus, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_the_emulator_s_archive_arrives_at_the_rule_s_target_once_more()
    {
        var folder = Directory.CreateTempSubdirectory("orglens-").FullName;
        await using (var moto = await MotoServer.StartAsync(Path.Combine(folder, "moto.log")))
        {
            using var client = new AwsClient(new AwsClientOptions { Endpoint = moto.Endpoint, Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret") }, TimeProvider.System);
            var queue = await SetUpAsync(client);

            var result = await new ArchiveReplay(client, TimeProvider.System).RunAsync(
                "orglens-audit", Region, new ReplayWindow(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90)), null, CancellationToken.None);

            Assert.True(result.IsComplete);
            var attributes = await CallAsync(client, Sqs, "GetQueueAttributes", new() { ["QueueUrl"] = queue, ["AttributeNames"] = new JsonArray("All") });
            Assert.Equal("2", attributes.Text("Attributes.ApproximateNumberOfMessages"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static readonly AwsService Sqs = new("SQS", "sqs", AwsProtocol.Json10, "2012-11-05") { TargetPrefix = "AmazonSQS" };

    private static async Task<string> SetUpAsync(AwsClient client)
    {
        var queue = (await CallAsync(client, Sqs, "CreateQueue", new() { ["QueueName"] = "products" })).Text("QueueUrl")!;
        await CallAsync(client, AwsServices.EventBridge, "CreateEventBus", new() { ["Name"] = "orglens-audit" });
        await CallAsync(client, AwsServices.EventBridge, "CreateArchive", new() { ["ArchiveName"] = "orglens-audit", ["EventSourceArn"] = Bus, ["RetentionDays"] = 90 });
        await CallAsync(client, AwsServices.EventBridge, "PutRule", new()
        {
            ["Name"] = "products",
            ["EventBusName"] = "orglens-audit",
            ["EventPattern"] = """{"source":["aws.servicecatalog"]}""",
        });
        await CallAsync(client, AwsServices.EventBridge, "PutTargets", new()
        {
            ["Rule"] = "products",
            ["EventBusName"] = "orglens-audit",
            ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "queue", ["Arn"] = "arn:aws:sqs:eu-west-1:123456789012:products" }),
        });
        await CallAsync(client, AwsServices.EventBridge, "PutEvents", new()
        {
            ["Entries"] = new JsonArray(new JsonObject
            {
                ["EventBusName"] = "orglens-audit",
                ["Source"] = "aws.servicecatalog",
                ["DetailType"] = "AWS API Call via CloudTrail",
                ["Detail"] = "{}",
            }),
        });
        return queue;
    }

    private static Task<AwsValue> CallAsync(AwsClient client, AwsService service, string operation, JsonObject input) =>
        client.CallAsync(service.Operation(operation), Region, input, CancellationToken.None);

    private static CannedCalls Canned() => new CannedCalls()
        .Answer("DescribeEventBus", $$"""{"Name":"orglens-audit","Arn":"{{Bus}}"}""")
        .Answer("ListArchives", """{"Archives":[{"ArchiveName":"other","EventSourceArn":"arn:aws:events:eu-west-1:123456789012:event-bus/default"}],"NextToken":"t"}""", input => !input.ContainsKey("NextToken"))
        .Answer("ListArchives", $$"""{"Archives":[{"ArchiveName":"orglens-audit","EventSourceArn":"{{Bus}}"}]}""", input => input.ContainsKey("NextToken"))
        .Answer("DescribeArchive", $$"""{"ArchiveName":"orglens-audit","ArchiveArn":"{{Archive}}"}""");

    private sealed class Shares : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value) => Seen.Add(value);
    }
}
