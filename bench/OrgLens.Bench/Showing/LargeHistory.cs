using System.Reflection;
using OrgLens.Bench.Cloud;

namespace OrgLens.Bench.Showing;

/// <summary>What a hub of a thousand accounts knows after ninety days, written by SQL: loads would take a day.</summary>
internal static class LargeHistory
{
    /// <summary>Fills a database that has the schema and nothing else.</summary>
    public static async Task WriteAsync(BenchCloud cloud, string database, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("history.sql")!);
        await cloud.AdministerAsync(database, await reader.ReadToEndAsync(cancellationToken), cancellationToken);
        await cloud.SettleAsync(database, cancellationToken);
    }
}
