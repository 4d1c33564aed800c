using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

[Collection(HubCollection.Name)]
public sealed class RepeatedDeliveryTests(RunningHub hub)
{
    // The system column changes with every write, even of equal values.
    private const string StateOf = """
        select f.title, f.xmin, a.xmin, s.xmin, (select count(*) from snapshots n where n.account = a.account_id),
          (select count(*) from coverage c where c.account_id = a.id)
        from findings f join security s on s.id = f.security_id join accounts a on a.id = s.account_id where a.account_id = $1 order by f.title
        """;

    [Fact]
    public async Task Loads_an_object_once_however_often_it_is_announced_at_the_same_time()
    {
        var account = hub.NewAccount();
        var key = SnapshotText.Key(account);
        // Deliveries that find another one at work come back soon.
        await hub.SetVisibilityTimeoutAsync(5);
        var etag = await hub.QuietBucket.PutAsync(key, SnapshotText.Of(account, Enumerable.Range(0, 200).Select(i => $"finding {i}")).Bytes());
        var announcement = Notification.Of(hub.QuietBucket.Name, key, etag).ToJsonString();

        await hub.SendAsync(Enumerable.Repeat(announcement, 50));
        await hub.DrainAsync();
        await hub.SetVisibilityTimeoutAsync(RunningHub.VisibilityTimeout);

        Assert.Equal(0, (await hub.Cloud.CountMessagesAsync()).Dead);
        Assert.Equal([$"loaded|{key}"], await hub.ReadAsync("select outcome, key from snapshots where account = $1", account));
        var state = await hub.ReadAsync(StateOf, account);
        Assert.Equal(200, state.Count);
        Assert.Empty(await hub.QuietBucket.ListAsync($"data/{account}/"));

        // Without the memory of the idempotency table, the ledger alone has to know.
        await ForgetAsync();
        await hub.SendAsync(Enumerable.Repeat(announcement, 10));
        await hub.DrainAsync();
        Assert.Equal(state, await hub.ReadAsync(StateOf, account));

        // And even if the object is there again.
        await ForgetAsync();
        await hub.QuietBucket.PutAsync(key, await hub.QuietBucket.GetAsync(key.Replace("data/", "loaded/", StringComparison.Ordinal)));
        await hub.SendAsync(announcement);
        await hub.DrainAsync();
        Assert.Equal(state, await hub.ReadAsync(StateOf, account));
        Assert.Empty(await hub.QuietBucket.ListAsync($"data/{account}/"));
    }

    [Fact]
    public async Task Keeps_what_a_newer_document_said_when_an_older_one_comes_late()
    {
        var account = hub.NewAccount();
        await hub.SnapshotBucket.PutAsync(SnapshotText.Key(account, "2026-01-16"), SnapshotText.Of(account, "as of the 16th").Bytes());
        await hub.DrainAsync();
        var titles = "select f.title from findings f join security s on s.id = f.security_id join accounts a on a.id = s.account_id where a.account_id = $1";

        await hub.SnapshotBucket.PutAsync(SnapshotText.Key(account, "2026-01-15"), SnapshotText.Of(account, "as of the 15th").Bytes());
        await hub.DrainAsync();

        Assert.Equal(["as of the 16th"], await hub.ReadAsync(titles, account));
        Assert.Equal(["2"], await hub.ReadAsync("select count(*) from snapshots where account = $1", account));
    }

    private async Task ForgetAsync()
    {
        var table = hub.Cloud.Resources.IdempotencyTable;
        var items = (await hub.Aws.CallAsync("dynamodb", "scan", new JsonObject { ["TableName"] = table }))["Items"]!.AsArray();
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            await hub.Aws.CallAsync("dynamodb", "delete_item", new JsonObject { ["TableName"] = table, ["Key"] = new JsonObject { ["id"] = item!["id"]!.DeepClone() } });
        }
    }
}
