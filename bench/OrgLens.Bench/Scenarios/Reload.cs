using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Bench.Loading;

namespace OrgLens.Bench.Scenarios;

/// <summary>A load into a database that has an earlier one, and what it wrote.</summary>
/// <param name="First">The earlier load.</param>
/// <param name="Second">The load.</param>
/// <param name="Written">What it wrote.</param>
/// <param name="Again">The very same object once more.</param>
internal sealed record Reload(LoadFigures First, LoadFigures Second, DatabaseReading Written, LoadFigures Again)
{
    /// <summary>The large document on one day, another on the next.</summary>
    public static async Task<Reload> RunAsync(BenchContext context, BenchDocument next, string database, CancellationToken cancellationToken)
    {
        var first = await Loader.LoadAsync(context, context.Documents.Large, 15, database, cancellationToken);
        await context.Cloud.SettleAsync(database, cancellationToken);
        var before = await DatabaseMeter.ReadAsync(context.Cloud, database, cancellationToken);
        var second = await Loader.LoadAsync(context, next, 16, database, cancellationToken);
        var written = (await DatabaseMeter.ReadAsync(context.Cloud, database, cancellationToken)).Since(before);
        var again = await Loader.LoadAsync(context, next, 16, database, cancellationToken);
        return new Reload(first, second, written, again);
    }
}
