using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Database;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Products;

/// <summary>What tests do with the audit and its database.</summary>
internal static class AuditedDatabase
{
    private const string Products = "select (to_jsonb(p) - 'row_updated_at')::text from service_catalog_products p order by account, region, product_key";
    private const string Events = "select (to_jsonb(e) - 'created_at')::text from service_catalog_events e order by event_id";

    public static ProductAudit Audit(this TestDatabase database, RetryPolicy? policy = null) => new(new TrailLoad(database.App(policy)));

    /// <summary>Applies calls in one batch, and expects that all of them can be used.</summary>
    public static async Task ApplyAsync(this TestDatabase database, params IEnumerable<CatalogCall> calls) =>
        Assert.Empty(await database.Audit().ApplyAsync([.. calls.Select(call => call.Record)], CancellationToken.None));

    /// <summary>Everything that the audit's tables say.</summary>
    public static async Task<IReadOnlyList<string>> StateAsync(this TestDatabase database) =>
        [.. await database.RowsAsync(Products), .. await database.RowsAsync(Events)];
}
