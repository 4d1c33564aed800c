using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;

namespace OrgLens.Cli.Hub;

/// <summary>The consumers of the audit, which write to the hub's database from this process.</summary>
internal static class AuditConsumers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScanConsumer> Of(HubClients clients)
    {
        var load = new TrailLoad(clients.Database());
        return [ScanConsumer.Of("products", new ProductAudit(load))];
    }
}
