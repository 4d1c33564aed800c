using System.Diagnostics;
using OrgLens.Audit.Assets;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;
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
        await RunAsync(context, "Service Catalog", CatalogRecords.Make(Events), load => new ProductAudit(load), cancellationToken);
        await RunAsync(
            context, "assets", AssetRecords.Make(Events), load => new AssetTracker(load, new AssetDescriber(new NoAccounts(), TimeSpan.FromMinutes(1), TimeProvider.System), announcer: null), cancellationToken);
        await RunAsync(context, "QuickSight", UsageRecords.Make(Events), load => new UsageAudit(load), cancellationToken);
    }

    private static async Task RunAsync<TConsumer>(
        BenchContext context, string what, IReadOnlyList<TrailRecord> records, Func<TrailLoad, TConsumer> consumer, CancellationToken cancellationToken)
        where TConsumer : ITrailConsumer
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var size in Batches)
        {
            var runs = await context.RepeatAsync(
                context.Options.Runs, database => RunAsync(context.Cloud, consumer(new TrailLoad(context.Cloud.DataApiOf(database))), records, size, cancellationToken), cancellationToken);
            var (first, again) = (Median.Of(runs, run => run.First), Median.Of(runs, run => run.Again));
            rows.Add([Show.Count(size), Show.Count(Events / size), Show.Seconds(first), Show.Count((long)(Events / first)), Show.Seconds(again), Show.Count((long)(Events / again))]);
            if (size == 500)
            {
                context.Report.Add($"apply: at least 5,000 events/s of {what} in batches of 500", Show.Count((long)(Events / first)), Events / first >= 5_000);
            }
        }

        context.Report.Add(new ResultTable(
            $"{Show.Count(Events)} events of {what}, one batch after the other",
            ["events a batch", "calls", "first time", "events/s", "replayed", "events/s "],
            rows,
            $"Medians of {context.Options.Runs}, in new databases; every call of the Data API costs {BenchCloud.Latency.TotalMilliseconds} ms more than on this machine."));
    }

    private static async Task<(double First, double Again)> RunAsync<TConsumer>(
        BenchCloud cloud, TConsumer consumer, IReadOnlyList<TrailRecord> records, int size, CancellationToken cancellationToken)
        where TConsumer : ITrailConsumer
    {
        using var slow = cloud.Slow();
        return (await ApplyAsync(), await ApplyAsync());

        async Task<double> ApplyAsync()
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var batch in records.Chunk(size))
            {
                var failures = await consumer.ApplyAsync(batch, cancellationToken);
                if (failures.Count > 0)
                {
                    throw new InvalidOperationException(failures[0].Reason);
                }
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
