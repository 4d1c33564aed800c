using OrgLens.Audit.Assets;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;
using OrgLens.Database;

namespace OrgLens.Cli.Hub;

/// <summary>The consumers of the audit, which write to the hub's database from this process.</summary>
internal static class AuditConsumers
{
    /// <summary>All of them. Assets are neither described nor announced: that is for what changes now.</summary>
    public static IReadOnlyList<ScanConsumer> Of(DataApi database)
    {
        var load = new TrailLoad(database);
        var assets = new AssetTracker(load, new AssetDescriber(new SilentAccounts(), TimeSpan.Zero, TimeProvider.System), announcer: null);
        return [ScanConsumer.Of("products", new ProductAudit(load)), ScanConsumer.Of("assets", assets), ScanConsumer.Of("usage", new UsageAudit(load))];
    }
}
