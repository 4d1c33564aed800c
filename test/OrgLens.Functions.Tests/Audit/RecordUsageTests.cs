using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>QuickSight's events on their way into the database.</summary>
[Collection(HubCollection.Name)]
public sealed class RecordUsageTests(RunningHub hub)
{
    private const string Recorded = "select event_name, activity, dashboard_id from quicksight_events where account = $1 order by event_id";

    [Fact]
    public async Task The_published_test_event_is_recorded()
    {
        var account = hub.NewAccount();
        var batch = Batch();
        foreach (var message in batch["Records"]!.AsArray())
        {
            Change(message!, detail => detail["recipientAccountId"] = account, Guid.NewGuid());
        }

        Assert.Empty(Failures(await hub.InvokeAsync("RecordUsage", batch)));
        Assert.Equal(2, (await hub.ReadAsync(Recorded, account)).Count);
    }

    [Fact]
    public async Task Of_ten_messages_one_is_poison_and_nine_are_committed_once()
    {
        var account = hub.NewAccount();
        var batch = Batch();
        var records = batch["Records"]!.AsArray();
        var pattern = records[0]!;
        records.Clear();
        for (var number = 0; number < 10; number++)
        {
            var message = pattern.DeepClone();
            message["messageId"] = $"m{number}";
            Change(message, detail => detail["recipientAccountId"] = account, Guid.NewGuid());
            records.Add(message);
        }

        records[4]!["body"] = "no event at all";

        Assert.Equal(["m4"], Failures(await hub.InvokeAsync("RecordUsage", batch)));
        Assert.Equal(["m4"], Failures(await hub.InvokeAsync("RecordUsage", batch)));
        var rows = await hub.ReadAsync(Recorded, account);
        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.Equal("GetDashboard|view|0f4d2c1b-9a8e-4765-8321-0b1c2d3e4f50", row));
    }

    [Fact]
    public async Task An_event_of_a_trail_file_reaches_the_view()
    {
        var account = hub.NewAccount();
        using var bucket = new Bucket(hub.Cloud.Endpoint, hub.Cloud.Resources.TrailBucket);

        await bucket.PutAsync(
            $"AWSLogs/{account}/CloudTrail/us-east-1/2026/03/02/{account}_CloudTrail_us-east-1_20260302T0935Z_AbCdEfGhIjKlMnOp.json.gz",
            TrailText.File(TrailText.Unwanted, TrailText.With(TrailText.GetDashboard, 777_001, "recipientAccountId", account)));

        await RunningHub.EventuallyAsync(async () => await hub.ReadAsync("select visits from view_quicksight_dashboards where account = $1", account) is ["1"]);
    }

    private static JsonNode Batch() => JsonNode.Parse(File.ReadAllText(Repository.File("events", "record-usage.json")))!;

    private static void Change(JsonNode message, Action<JsonNode> change, Guid id)
    {
        var body = JsonNode.Parse((string)message["body"]!)!;
        body["detail"]!["eventID"] = id.ToString();
        change(body["detail"]!);
        message["body"] = body.ToJsonString();
    }

    private static IEnumerable<string> Failures(JsonNode? answer) => answer!["batchItemFailures"]!.AsArray().Select(failure => (string)failure!["itemIdentifier"]!);
}
