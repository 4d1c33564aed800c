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
            async database => new Pair(
                await Loader.LoadAsync(context, document, 15, database, cancellationToken),
                await ElsewhereAsync(context, another => Loader.CopyAsync(context, document, another, cancellationToken), cancellationToken)),
            cancellationToken);
        var next = await context.RepeatAsync(
            context.Options.Runs,
            async database => new Pair(
                await Loader.LoadNextAsync(context, document, database, cancellationToken),
                await ElsewhereAsync(context, another => Loader.CopyNextAsync(context, document, another, cancellationToken), cancellationToken)),
            cancellationToken);
        var handled = await context.RepeatAsync(context.Options.Runs, database => context.Handler.LoadAsync(document, 15, database, cancellationToken), cancellationToken);
        var ((load, copied), (nextLoad, nextCopied)) = (Medians(runs), Medians(next));
        var handler = Median.By(handled, run => run.Seconds);
        var peak = handled.Max(run => run.PeakBytes);
        context.Report.Add(new ResultTable(
            $"{Show.Count(document.Rows)} rows ({Show.Megabytes(document.Bytes)}) into empty tables",
            ["", "time", "rows/s", "calls", "WAL", "peak memory", "client CPU"],
            [
                Row("loader", load),
                Row("client-side COPY (Npgsql, binary)", copied),
                Row("loader, after another account's 200 rows", nextLoad),
                Row("COPY, after another account's 200 rows", nextCopied),
                ["published function, cold: fetch, load, move", Show.Seconds(handler.Seconds), Show.Count(document.Rows / handler.Seconds), Show.Count(handler.Calls), "", Show.Megabytes(peak), ""],
            ],
            $"Medians of {context.Options.Runs}; the function's memory is the highest of its runs. Loader and COPY are new processes that have loaded 200 rows before, so that neither is measured compiling itself: in the first two lines elsewhere, in the next two into the same tables, so that the session of the Data API and the connection of COPY have been used once as well; the function is not warmed up. COPY wrote {Show.Count(copied.Rows)} of the rows (the tables with a handful each are left out) into the same tables, over a Unix socket and without the added 5 ms; it keeps no ledger and compares nothing.",
            $"Loader: {Times(runs, run => run.Loader)}; COPY: {Times(runs, run => run.Copy)}. After another account: loader {Times(next, run => run.Loader)}; COPY {Times(next, run => run.Copy)}. Function: {string.Join(", ", handled.Select(run => Show.Seconds(run.Seconds)))}. The loader allocated {Show.Megabytes(load.AllocatedBytes)} (collections {string.Join('/', load.Collections)})."));
        var (first, ratio) = (load.RowsPerSecond / copied.RowsPerSecond, nextLoad.RowsPerSecond / nextCopied.RowsPerSecond);
        context.Report.Add("50,000 rows: at most 60 calls", Show.Count(Math.Max(load.Calls, handler.Calls)), Math.Max(load.Calls, handler.Calls) <= 60);
        context.Report.Add("50,000 rows: no slower than COPY, into empty tables over a new session", $"{Show.Times(first)} its rows/s", first >= 1);
        context.Report.Add("50,000 rows: no slower than COPY, after another account's document", $"{Show.Times(ratio)} its rows/s", ratio >= 1);
        context.Report.Add("50,000 rows: handler's peak memory under 150 MB", Show.Megabytes(peak), peak < 150_000_000);
    }

    private static async Task<LoadFigures> ElsewhereAsync(BenchContext context, Func<string, Task<LoadFigures>> run, CancellationToken cancellationToken) =>
        (await context.RepeatAsync(1, run, cancellationToken))[0];

    private static Pair Medians(IReadOnlyCollection<Pair> runs) =>
        new(Median.By(runs, run => run.Loader.Seconds).Loader, Median.By(runs, run => run.Copy.Seconds).Copy);

    private static string[] Row(string name, LoadFigures figures) =>
    [
        name, Show.Seconds(figures.Seconds), Show.Count(figures.RowsPerSecond), figures.Calls == 0 ? "" : Show.Count(figures.Calls), Show.Megabytes(figures.WalBytes),
        Show.Megabytes(figures.PeakBytes), Show.Seconds(figures.CpuSeconds),
    ];

    private static string Times(IEnumerable<Pair> runs, Func<Pair, LoadFigures> of) => string.Join(", ", runs.Select(run => Show.Seconds(of(run).Seconds)));

    /// <summary>Both, one after the other.</summary>
    private sealed record Pair(LoadFigures Loader, LoadFigures Copy);
}
