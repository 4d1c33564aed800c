using OrgLens.Audit.Trail;
using OrgLens.Database;

namespace OrgLens.Audit.Products;

/// <summary>
/// Keeps the history of Service Catalog's provisioned products, and of that which of them exist now (<c>service_catalog_events</c>,
/// <c>service_catalog_products</c>).
/// </summary>
/// <param name="load">Sends the rows.</param>
public sealed class ProductAudit(TrailLoad load) : ITrailConsumer
{
    private static readonly string LoadStatement = SqlFiles.Read("calls/products");

    /// <inheritdoc/>
    public static bool Wants(string eventSource, string eventName) => eventSource == ProductCall.EventSource && ProductCall.Names.Contains(eventName);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TrailFailure>> ApplyAsync(IReadOnlyList<TrailRecord> records, CancellationToken cancellationToken) =>
        load.ApplyAsync(LoadStatement, records, (writer, record) => ProductCall.Of(record).Write(writer), cancellationToken);
}
