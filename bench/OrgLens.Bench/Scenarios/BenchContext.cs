using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Bench.Handler;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>What scenarios share.</summary>
internal sealed record BenchContext(BenchCloud Cloud, DocumentShelf Documents, HandlerProcess Handler, BenchOptions Options, Report Report)
{
    /// <summary>Does something several times, each time in a new database.</summary>
    public async Task<IReadOnlyList<T>> RepeatAsync<T>(int times, Func<string, Task<T>> run, CancellationToken cancellationToken)
    {
        var results = new List<T>();
        for (var i = 0; i < times; i++)
        {
            var database = await Cloud.CreateDatabaseAsync(cancellationToken);
            results.Add(await run(database));
            await Cloud.DropDatabaseAsync(database, cancellationToken);
        }

        return results;
    }
}
