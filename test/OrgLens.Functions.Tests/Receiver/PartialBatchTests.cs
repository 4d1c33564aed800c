using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

[Collection(HubCollection.Name)]
public sealed class PartialBatchTests(RunningHub hub)
{
    [Fact]
    public async Task Gives_back_only_the_message_that_failed()
    {
        var accounts = Enumerable.Range(0, 10).Select(_ => hub.NewAccount()).ToList();
        var bodies = new List<string>();
        foreach (var account in accounts)
        {
            var etag = await hub.QuietBucket.PutAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one").Bytes());
            bodies.Add(Notification.Of(hub.QuietBucket.Name, SnapshotText.Key(account), etag).ToJsonString());
        }

        bodies[4] = "poison";

        var answer = await hub.InvokeAsync("IngestSnapshots", Notification.Batch(bodies));

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m4"}]}""", answer!.ToJsonString());
        Assert.Equal(
            [.. accounts.Where(account => account != accounts[4])],
            await hub.ReadAsync("select account from snapshots where account = any($1) and outcome = 'loaded' order by account", accounts));
    }

    [Fact]
    public async Task Gives_all_messages_back_when_all_failed()
    {
        var answer = await hub.InvokeAsync("IngestSnapshots", Notification.Batch("poison", "more poison"));

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m0"},{"itemIdentifier":"m1"}]}""", answer!.ToJsonString());
    }

    [Fact]
    public async Task Has_nothing_to_give_back_of_an_empty_batch() =>
        Assert.Equal("""{"batchItemFailures":[]}""", (await hub.InvokeAsync("IngestSnapshots", new JsonObject { ["Records"] = new JsonArray() }))!.ToJsonString());

    [Fact]
    public async Task Fails_a_message_of_several_objects_when_one_of_them_fails_and_keeps_the_others()
    {
        var (good, gone) = (hub.NewAccount(), hub.NewAccount());
        var etag = await hub.QuietBucket.PutAsync(SnapshotText.Key(good), SnapshotText.Of(good, "one").Bytes());
        var message = Notification.Of(hub.QuietBucket.Name, SnapshotText.Key(good), etag);
        message["Records"]!.AsArray().Add(Notification.Of(hub.QuietBucket.Name, SnapshotText.Key(gone), "e1")["Records"]![0]!.DeepClone());

        var first = await hub.InvokeAsync("IngestSnapshots", Notification.Batch(message.ToJsonString()));
        await hub.QuietBucket.PutAsync(SnapshotText.Key(gone), SnapshotText.Of(gone, "one").Bytes());
        var second = await hub.InvokeAsync("IngestSnapshots", Notification.Batch(message.ToJsonString()));

        Assert.Single(first!["batchItemFailures"]!.AsArray());
        Assert.Empty(second!["batchItemFailures"]!.AsArray());
        Assert.Equal(["1", "1"], await hub.ReadAsync("select count(*) from snapshots where account in ($1, $2) group by account", good, gone));
    }
}
