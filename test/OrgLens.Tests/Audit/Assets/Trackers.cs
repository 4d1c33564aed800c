using OrgLens.Audit.Assets;
using OrgLens.Audit.Trail;
using OrgLens.Aws;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>The tracker on a database of a test.</summary>
internal static class Trackers
{
    public static AssetTracker Tracker(this TestDatabase database, IAccountCalls? accounts = null, IAwsCalls? bus = null) => new(
        new TrailLoad(database.App()),
        new AssetDescriber(accounts ?? new FakeAccounts(default(IAwsCalls)), TimeSpan.FromMinutes(1), TimeProvider.System),
        bus is null ? null : new AssetAnnouncer(database.App(), bus, "us-east-1", "cmdb"));

    public static async Task ApplyAsync(this TestDatabase database, params IReadOnlyList<TrailRecord> records) =>
        Assert.Empty(await database.Tracker().ApplyAsync(records, CancellationToken.None));
}
