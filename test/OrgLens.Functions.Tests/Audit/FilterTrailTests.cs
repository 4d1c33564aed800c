using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.Lambda;

namespace OrgLens.Functions.Tests.Audit;

[Collection(HubCollection.Name)]
public sealed class FilterTrailTests(RunningHub hub, RunningFilter filter) : IClassFixture<RunningFilter>
{
    private static readonly byte[] Sample = TrailText.File(TrailText.Unwanted, TrailText.Provision, TrailText.RunInstances, TrailText.Unwanted, TrailText.GetDashboard);

    [Theory]
    [InlineData("s3-notification")]
    [InlineData("sns-s3-notification")]
    [InlineData("sqs-s3-notification")]
    [InlineData("sqs-sns-s3-notification")]
    [InlineData("sqs-sns-raw-s3-notification")]
    [InlineData("sqs-sns-cloudtrail-notification")]
    [InlineData("eventbridge-s3-ObjectCreated")]
    public async Task Each_wanted_record_goes_to_its_consumer_whatever_announces_the_file(string envelope)
    {
        await hub.QuietBucket.PutAsync(RunningFilter.SampleKey, Sample);

        var result = await filter.InvokeAsync(envelope);

        Assert.Empty(Failures(result));
        await AssertSentAsync(TrailText.Provision, "PRODUCT_QUEUE", "aws.servicecatalog");
        await AssertSentAsync(TrailText.RunInstances, "ASSET_QUEUE", "aws.ec2");
        await AssertSentAsync(TrailText.GetDashboard, "USAGE_QUEUE", "aws.quicksight");
        Assert.Empty(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
    }

    [Theory]
    [InlineData("s3-testEvent")]
    [InlineData("sqs-sns-s3-testEvent")]
    [InlineData("s3-notification-digest")]
    public async Task What_announces_no_trail_file_is_done_with(string envelope)
    {
        Assert.Empty(Failures(await filter.InvokeAsync(envelope)));
        Assert.Empty(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
    }

    [Fact]
    public async Task Of_a_batch_only_the_message_that_is_no_notification_goes_back()
    {
        await hub.QuietBucket.PutAsync(RunningFilter.SampleKey, Sample);

        var result = await filter.InvokeAsync("sqs-mixed");

        Assert.Equal(["e86b2755-f2f3-44f9-ad3d-0c2c65af0f3c"], Failures(result));
        Assert.Single(await filter.TakeAsync("PRODUCT_QUEUE"));
        await DrainAsync();
    }

    [Fact]
    public async Task Hundreds_of_records_arrive_once_each()
    {
        await PutAsync("AWSLogs/many.json.gz", TrailText.File(Enumerable.Range(1, 305).Select(number => TrailText.With(TrailText.RunInstances, number))));

        Assert.Empty(Failures(await AnnounceAsync("AWSLogs/many.json.gz")));

        var sent = await filter.TakeAsync("ASSET_QUEUE");
        Assert.Equal(305, sent.Select(message => (string)message["id"]!).Distinct().Count());
        Assert.Equal(305, sent.Count);
    }

    [Fact]
    public async Task Bad_records_are_quarantined_by_their_place_and_the_others_are_sent()
    {
        var tooLarge = TrailText.With(TrailText.RunInstances, 1, "items", new JsonArray([.. Enumerable.Range(0, 100_000).Select(i => (JsonNode)i)]));
        var userData = TrailText.With(TrailText.RunInstances, 2, "requestParameters", new JsonObject { ["userData"] = new string('s', 300_000) });
        await PutAsync("AWSLogs/bad.json.gz", TrailText.File("{\"secret\":\"canary-7\"}", tooLarge, userData, TrailText.Provision.Replace("eventID", "id", StringComparison.Ordinal), TrailText.Provision));

        Assert.Empty(Failures(await AnnounceAsync("AWSLogs/bad.json.gz")));

        Assert.Single(await filter.TakeAsync("PRODUCT_QUEUE"));
        Assert.Equal("left out: 300000 characters", (string?)Assert.Single(await filter.TakeAsync("ASSET_QUEUE"))["detail"]!["requestParameters"]!["userData"]);
        var letter = Assert.Single(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
        Assert.Equal("Partial", (string?)letter["reason"]);
        Assert.Equal([1, 2, 4], letter["records"]!.AsArray().Select(record => (int)record!["number"]!));
        Assert.Equal([12L, 34L], letter["records"]!.AsArray().Take(2).Select(record => (long)record!["position"]!));
        Assert.DoesNotContain("canary-7", letter.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(hub.Log, line => line.Contains("canary-7", StringComparison.Ordinal));
        Assert.Contains(hub.Log, line => line.Contains("\"RejectedRecords\":3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quarantine_message_that_is_driven_back_reads_the_file_again()
    {
        await PutAsync("AWSLogs/once bad.json.gz", TrailText.File("7", TrailText.Provision));
        await AnnounceAsync("AWSLogs/once bad.json.gz");
        var letter = Assert.Single(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
        await PutAsync("AWSLogs/once bad.json.gz", TrailText.File(TrailText.Provision));

        Assert.Empty(Failures(await filter.InvokeAsync(Notification.Batch(letter.ToJsonString()))));

        Assert.Equal(2, (await filter.TakeAsync("PRODUCT_QUEUE")).Count);
        Assert.Empty(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
    }

    [Fact]
    public async Task Of_a_truncated_file_what_was_whole_is_sent_and_the_file_is_quarantined()
    {
        var stored = TrailText.File([TrailText.Provision, .. Enumerable.Range(1, 200).Select(number => TrailText.With(TrailText.RunInstances, number))]);
        await PutAsync("AWSLogs/cut.json.gz", stored[..(stored.Length / 2)]);

        Assert.Empty(Failures(await AnnounceAsync("AWSLogs/cut.json.gz")));

        Assert.Single(await filter.TakeAsync("PRODUCT_QUEUE"));
        Assert.InRange((await filter.TakeAsync("ASSET_QUEUE")).Count, 1, 199);
        var letter = Assert.Single(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
        Assert.Equal(("Incomplete", "AWSLogs/cut.json.gz"), ((string?)letter["reason"], (string?)letter["s3ObjectKey"]![0]));
    }

    [Fact]
    public async Task An_object_that_is_gone_is_quarantined_and_one_that_is_no_trail_file_is_left_alone()
    {
        await PutAsync("AWSLogs/config.json", Encoding.UTF8.GetBytes("""{"configurationItems":[]}"""));

        Assert.Empty(Failures(await AnnounceAsync("AWSLogs/gone.json.gz")));
        Assert.Empty(Failures(await AnnounceAsync("AWSLogs/config.json")));

        Assert.Equal("Missing", (string?)Assert.Single(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"))["reason"]);
    }

    [Fact]
    public async Task An_object_that_may_not_be_read_is_tried_again()
    {
        await PutAsync("AWSLogs/denied.json.gz", Sample);
        await hub.QuietBucket.DenyReadingAsync("AWSLogs/denied");
        try
        {
            var notification = Notification.Of(hub.QuietBucket.Name, "AWSLogs/denied.json.gz", "e1");

            Assert.Equal(["m0"], Failures(await filter.InvokeAsync(Notification.Batch(notification.ToJsonString()))));
            Assert.False((await filter.InvokeAsync(notification)).IsSuccess);
            Assert.Empty(await filter.TakeAsync("TRAIL_DEAD_LETTER_QUEUE"));
        }
        finally
        {
            await hub.QuietBucket.AllowReadingAsync();
        }
    }

    [Fact]
    public async Task An_event_that_announces_nothing_fails() =>
        Assert.False((await filter.InvokeAsync("eventbridge-ec2-state-change")).IsSuccess);

    [Fact]
    public async Task A_file_that_the_command_line_of_aws_drops_into_the_trail_s_bucket_is_filtered()
    {
        var folder = Directory.CreateTempSubdirectory("orglens-trail");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "file.json.gz"), Sample);

        await AwsCommandLine.RunAsync(hub, folder.FullName, "aws s3 cp file.json.gz s3://$TRAIL_BUCKET/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/02/dropped.json.gz");

        await RunningHub.EventuallyAsync(() => Task.FromResult(hub.Log.Any(
            line => line.Contains("/2026/03/02/dropped.json.gz: Filtered, 5 records, 3 sent, 0 quarantined", StringComparison.Ordinal))));
        folder.Delete(recursive: true);
    }

    private static List<string> Failures(InvocationResult result)
    {
        Assert.True(result.IsSuccess, Encoding.UTF8.GetString(result.Payload.Span) + result.LogTail);
        return [.. JsonNode.Parse(result.Payload.Span)!["batchItemFailures"]!.AsArray().Select(failure => (string)failure!["itemIdentifier"]!)];
    }

    private Task<string> PutAsync(string key, byte[] stored) => hub.QuietBucket.PutAsync(key, stored);

    private Task<InvocationResult> AnnounceAsync(string key) => filter.InvokeAsync(Notification.Of(hub.QuietBucket.Name, key, "e1"));

    private async Task AssertSentAsync(string record, string queue, string source)
    {
        var envelope = Assert.Single(await filter.TakeAsync(queue));

        Assert.Equal(source, (string?)envelope["source"]);
        Assert.EndsWith("via CloudTrail", (string)envelope["detail-type"]!, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(record), envelope["detail"]), envelope.ToJsonString());
    }

    private async Task DrainAsync()
    {
        await filter.TakeAsync("ASSET_QUEUE");
        await filter.TakeAsync("USAGE_QUEUE");
    }
}
