using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.DataApi;

namespace OrgLens.Functions.Tests.Receiver;

[Collection(HubCollection.Name)]
public sealed class DatabaseFaultTests(RunningHub hub)
{
    private const string FindingsOf =
        "select count(*) from findings f join security s on s.id = f.security_id join accounts a on a.id = s.account_id where a.account_id = $1";

    // A load is four calls: begin, open, the chunk that closes it, commit.
    [Theory]
    [InlineData(DataApiFault.DatabaseResuming, 1)]
    [InlineData(DataApiFault.Throttling, 2)]
    [InlineData(DataApiFault.Deadlock, 3)]
    [InlineData(DataApiFault.SerializationFailure, 3)]
    [InlineData(DataApiFault.StatementTimeout, 3)]
    [InlineData(DataApiFault.TransactionExpired, 3)]
    [InlineData(DataApiFault.ConnectionDroppedBefore, 4)]
    [InlineData(DataApiFault.ConnectionDroppedAfter, 3)]
    [InlineData(DataApiFault.ConnectionDroppedAfter, 4)]
    public async Task Recovers_from_a_fault_that_passes_within_the_invocation(DataApiFault fault, int call)
    {
        var account = hub.NewAccount();
        var key = SnapshotText.Key(account);
        var etag = await hub.QuietBucket.PutAsync(key, SnapshotText.Of(account, "one", "two").Bytes());
        var faults = await hub.FaultsAsync();
        faults.FailCall(call, fault);

        var answer = await hub.InvokeAsync("IngestSnapshots", Notification.Batch(Notification.Of(hub.QuietBucket.Name, key, etag).ToJsonString()));

        Assert.Equal(0, hub.Cloud.Faults.Pending);
        Assert.True(hub.Cloud.Faults.Calls > 4, "The fault cost no call.");
        Assert.Empty(answer!["batchItemFailures"]!.AsArray());
        Assert.Equal(["2"], await hub.ReadAsync(FindingsOf, account));
        Assert.Equal(["loaded"], await hub.ReadAsync("select outcome from snapshots where account = $1", account));
        Assert.Empty(await hub.QuietBucket.ListAsync($"data/{account}/"));
    }

    [Fact]
    public async Task Gives_a_message_back_when_faults_go_on_and_loads_it_when_it_comes_again()
    {
        var account = hub.NewAccount();
        var faults = await hub.FaultsAsync();
        // Every attempt begins a transaction, so each costs one fault.
        faults.FailNext(6, DataApiFault.DatabaseResuming);
        await hub.SetVisibilityTimeoutAsync(15);
        await hub.SnapshotBucket.PutAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one", "two").Bytes());

        await RunningHub.EventuallyAsync(() => Task.FromResult(hub.Log.Any(
            line => line.Contains("goes back to its queue", StringComparison.Ordinal) && line.Contains(nameof(DataApiFault.DatabaseResuming), StringComparison.Ordinal))));
        await hub.DrainAsync();
        await hub.SetVisibilityTimeoutAsync(RunningHub.VisibilityTimeout);

        Assert.Equal(0, hub.Cloud.Faults.Pending);
        Assert.Equal(["2"], await hub.ReadAsync(FindingsOf, account));
        Assert.Equal(["loaded"], await hub.ReadAsync("select outcome from snapshots where account = $1", account));
        Assert.Equal(0, (await hub.Cloud.CountMessagesAsync()).Dead);
    }
}
