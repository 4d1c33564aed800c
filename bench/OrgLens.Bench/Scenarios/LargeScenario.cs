using OrgLens.Bench.Loading;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>50,793 rows into empty tables: the loader, the published function, and COPY, by turns.</summary>
internal sealed class LargeScenario : IScenario
{
    public string Name => "large";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var document = context.Documents.Large;
        var runs = await context.RepeatAsync(
            context.Options.Runs,
            async database =>
            {
                var ours = await Loader.LoadAsync(context, document, 15, database, cancellationToken);
                var another = await context.Cloud.CreateDatabaseAsync(cancellationToken);
                var copy = await Loader.CopyAsync(context, document, another, cancellationToken);
                await context.Cloud.DropDatabaseAsync(another, cancellationToken);
                return (Ours: ours, Copy: copy);
            },
            cancellationToken);
        var handled = await context.RepeatAsync(context.Options.Runs, database => context.Handler.LoadAsync(document, 15, database, cancellationToken), cancellationToken);
        var load = Median.By(runs, run => run.Ours.Seconds);
        var copied = Median.By(runs, run => run.Copy.Seconds);
        var handler = Median.By(handled, run => run.Seconds);
        var peak = handled.Max(run => run.PeakBytes);
        context.Report.Add(new ResultTable(
            $"{Show.Count(document.Rows)} rows ({Show.Megabytes(document.Bytes)}) into empty tables",
            ["", "time", "rows/s", "calls", "WAL", "peak memory", "client CPU"],
            [
                ["loader", Show.Seconds(load.Ours.Seconds), Show.Count(load.Ours.RowsPerSecond), Show.Count(load.Ours.Calls), Show.Megabytes(load.Ours.WalBytes), Show.Megabytes(load.Ours.PeakBytes), Show.Seconds(load.Ours.CpuSeconds)],
                ["published function, cold: fetch, load, move", Show.Seconds(handler.Seconds), Show.Count(document.Rows / handler.Seconds), Show.Count(handler.Calls), "", Show.Megabytes(peak), ""],
                ["client-side COPY (Npgsql, binary)", Show.Seconds(copied.Copy.Seconds), Show.Count(copied.Copy.RowsPerSecond), "", Show.Megabytes(copied.Copy.WalBytes), Show.Megabytes(copied.Copy.PeakBytes), Show.Seconds(copied.Copy.CpuSeconds)],
            ],
            $"Medians of {context.Options.Runs}; the function's memory is the highest of its runs. Loader and COPY are new processes that have loaded 200 rows elsewhere, so that neither is measured compiling itself; the function is not warmed up. COPY wrote {Show.Count(copied.Copy.Rows)} of the rows (the tables with a handful each are left out) into the same tables, over a Unix socket and without the added 5 ms; it keeps no ledger and compares nothing.",
            $"Loader: {string.Join(", ", runs.Select(run => Show.Seconds(run.Ours.Seconds)))}; COPY: {string.Join(", ", runs.Select(run => Show.Seconds(run.Copy.Seconds)))}; function: {string.Join(", ", handled.Select(run => Show.Seconds(run.Seconds)))}. The loader allocated {Show.Megabytes(load.Ours.AllocatedBytes)} (collections {string.Join('/', load.Ours.Collections)})."));
        var ratio = load.Ours.RowsPerSecond / copied.Copy.RowsPerSecond;
        context.Report.Add("50,000 rows: at most 60 calls", Show.Count(Math.Max(load.Ours.Calls, handler.Calls)), Math.Max(load.Ours.Calls, handler.Calls) <= 60);
        context.Report.Add("50,000 rows: no slower than COPY", $"{Show.Times(ratio)} its rows/s", ratio >= 1);
        context.Report.Add("50,000 rows: handler's peak memory under 150 MB", Show.Megabytes(peak), peak < 150_000_000);
    }
}
