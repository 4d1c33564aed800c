using OrgLens.Bench.Documents;
using OrgLens.Bench.Loading;
using OrgLens.Bench.Reference;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>The Python receiver on the same documents: from the start of a process to the document's move, both.</summary>
internal sealed class ReferenceScenario : IScenario
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public string Name => "reference";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var python = new PythonReceiver(context.Cloud, context.Options.Reference ?? throw new InvalidOperationException("--reference names no clone."));
        var rows = new List<IReadOnlyList<string>>();
        var rate = 0.0;
        foreach (var document in (BenchDocument[])[context.Documents.OfTotal(200), context.Documents.OfTotal(5_000), context.Documents.Large])
        {
            var ours = Median.By(
                await context.RepeatAsync(context.Options.Runs, database => context.Handler.LoadAsync(document, 15, database, cancellationToken), cancellationToken),
                run => run.SecondsFromStart);
            var expected = rate == 0 ? 0 : document.Rows / rate;
            var isScaled = expected > Patience.TotalSeconds;
            var theirs = isScaled ? new PythonFigures(expected, 2 * document.Rows, 0) : await python.LoadAsync(document, cancellationToken);
            rate = document.Rows / theirs.Seconds;
            var ratio = theirs.Seconds / ours.SecondsFromStart;
            rows.Add(
            [
                $"{Show.Count(document.Rows)} rows", Show.Seconds(ours.SecondsFromStart), Show.Count(ours.Calls), Show.Count(document.Rows / ours.SecondsFromStart),
                (isScaled ? "about " : "") + Show.Seconds(theirs.Seconds), (isScaled ? "about " : "") + Show.Count(theirs.Calls), Show.Count(rate),
                isScaled ? "not run" : Show.Count(theirs.StoredRows), Show.Times(ratio),
            ]);
            if (document == context.Documents.Large)
            {
                var loaded = Median.By(
                    await context.RepeatAsync(context.Options.Runs, database => Loader.LoadAsync(context, document, 15, database, cancellationToken), cancellationToken),
                    run => run.Seconds);
                var loading = theirs.Seconds / loaded.Seconds;
                rows.Add(
                [
                    "the same, the loader alone", Show.Seconds(loaded.Seconds), Show.Count(loaded.Calls), Show.Count(loaded.RowsPerSecond),
                    "", "", "", "", Show.Times(loading),
                ]);
                context.Report.Add(
                    "50,000 rows: loads at least 200 times the rows/s of the Python receiver",
                    $"{Show.Times(loading)}; from a cold start, with S3, {Show.Times(ratio)}" + (isScaled ? " (scaled from 5,000 rows)" : ""),
                    loading >= 200);
            }
        }

        context.Report.Add(new ResultTable(
            "The Python receiver on the same documents and endpoints",
            ["", "ours", "calls", "rows/s", "Python", "calls", "rows/s", "rows stored", "ratio"],
            rows,
            $"Ours: the published function, cold, median of {context.Options.Runs}; Python: once. Both from the start of the process to its end or answer, reading from and moving in S3, which takes Python about a second. The loader is measured as against COPY: it reads a local file, in a process that has loaded 200 rows. Where Python would need more than {Patience.TotalMinutes:0} minutes it is not run but scaled from the rows/s of the document before."));
    }
}
