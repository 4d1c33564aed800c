using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

[Collection(HubCollection.Name)]
public sealed class SweepSnapshotsTests(RunningHub hub)
{
    [Fact]
    public async Task Loads_what_no_notification_announced_and_leaves_young_documents_to_theirs()
    {
        var account = hub.NewAccount();
        await hub.PutUnannouncedAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one").Bytes());

        await hub.InvokeAsync("SweepSnapshots", JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("events", "sweep-snapshots.json")))!);
        await hub.DrainAsync();
        Assert.Equal([SnapshotText.Key(account)], await hub.SnapshotBucket.ListAsync($"data/{account}/"));

        await hub.InvokeAsync("SweepSnapshots", new JsonObject());
        await hub.DrainAsync();

        Assert.Empty(await hub.SnapshotBucket.ListAsync($"data/{account}/"));
        Assert.Equal(["loaded"], await hub.ReadAsync("select outcome from snapshots where account = $1", account));
    }

    [Fact]
    public async Task Forgets_history_that_has_been_kept_for_long_enough()
    {
        const string Insert = "insert into row_changes (account_id, relation, row_id, at, kind, region, key) values (0, 'findings', $1, now() - $2::interval, 'appeared', 'Global', 'swept') returning key";
        await hub.ReadAsync(Insert, -1L, TimeSpan.FromDays(10_000));
        await hub.ReadAsync(Insert, -2L, TimeSpan.FromDays(1));

        await hub.InvokeAsync("SweepSnapshots", new JsonObject());

        Assert.Equal(["-2"], await hub.ReadAsync("select row_id from row_changes where key = 'swept'"));
    }

    [Fact]
    public async Task Queues_every_document_of_a_listing_of_several_pages()
    {
        const int documents = (2 * RunningHub.ListingPage) + 5;
        await hub.Aws.CallAsync("s3", "create_bucket", new JsonObject
        {
            ["Bucket"] = "leftovers",
            ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = "eu-west-1" },
        });
        using var bucket = new Bucket(hub.Cloud.Endpoint, "leftovers");
        for (var i = 0; i < documents; i++)
        {
            await bucket.PutAsync($"data/{i:D12}/x.json", []);
        }

        Assert.Equal(RunningHub.ListingPage, (await bucket.ListAsync("data/")).Count);
        var queue = (string)(await hub.Aws.CallAsync("sqs", "create_queue", new JsonObject { ["QueueName"] = "leftovers" }))["QueueUrl"]!;

        // The same function, told of another bucket and another queue: nobody loads these.
        await using var host = hub.HostWith("SweepSnapshots", ("BUCKET", bucket.Name), ("SNAPSHOT_QUEUE_URL", queue));
        var result = await host.InvokeAsync("orglens-SweepSnapshots", "{}"u8.ToArray());

        Assert.True(result.IsSuccess, result.LogTail);
        Assert.Contains($"{documents} documents had been left waiting", result.LogTail, StringComparison.Ordinal);
        // What alarms look at.
        Assert.Contains("\"SilentAccounts\":", result.LogTail, StringComparison.Ordinal);
        var attributes = await hub.Aws.CallAsync(
            "sqs", "get_queue_attributes", new JsonObject { ["QueueUrl"] = queue, ["AttributeNames"] = new JsonArray("ApproximateNumberOfMessages") });
        Assert.Equal($"{documents}", (string?)attributes["Attributes"]!["ApproximateNumberOfMessages"]);
    }

    [Fact]
    public async Task Fails_when_it_is_not_told_the_bucket()
    {
        await using var host = hub.HostWith("SweepSnapshots", ("BUCKET", ""));

        var result = await host.InvokeAsync("orglens-SweepSnapshots", "{}"u8.ToArray());

        Assert.Contains("BUCKET", (string?)JsonNode.Parse(result.Payload.Span)!["errorMessage"], StringComparison.Ordinal);
    }
}
