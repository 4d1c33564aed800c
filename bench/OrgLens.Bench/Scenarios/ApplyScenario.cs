using System.Diagnostics;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Bench.Auditing;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>Events of the trail on their way into the database: first, and once more.</summary>
internal sealed class ApplyScenario : IScenario
{
    private const int Events = 20_000;
    private static readonly int[] Batches = [50, 500, 5_000];

    public string Name => "apply";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var records = CatalogRecords.Make(Events);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var size in Batches)
        {
            var runs = await context.RepeatAsync(context.Options.Runs, database => RunAsync(context.Cloud, database, records, size, cancellationToken), cancellationToken);
            var (first, again) = (Median.Of(runs, run => run.First), Median.Of(runs, run => run.Again));
            rows.Add([Show.Count(size), Show.Count(Events / size), Show.Seconds(first), Show.Count((long)(Events / first)), Show.Seconds(again), Show.Count((long)(Events / again))]);
            if (size == 500)
            {
                context.Report.Add("apply: at least 5,000 events/s in batches of 500", Show.Count((long)(Events / first)), Events / first >= 5_000);
            }
        }

        context.Report.Add(new ResultTable(
            $"{Show.Count(Events)} Service Catalog events of {Show.Count(Events / 4)} products, one batch after the other",
            ["events a batch", "calls", "first time", "events/s", "replayed", "events/s "],
            rows,
            $"Medians of {context.Options.Runs}, in new databases; every call of the Data API costs {BenchCloud.Latency.TotalMilliseconds} ms more than on this machine."));
    }

    private static async Task<(double First, double Again)> RunAsync(
        BenchCloud cloud, string database, IReadOnlyList<TrailRecord> records, int size, CancellationToken cancellationToken)
    {
        var audit = new ProductAudit(new TrailLoad(cloud.DataApiOf(database)));
        using var slow = cloud.Slow();
        return (await ApplyAsync(), await ApplyAsync());

        async Task<double> ApplyAsync()
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var batch in records.Chunk(size))
            {
                await audit.ApplyAsync(batch, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
