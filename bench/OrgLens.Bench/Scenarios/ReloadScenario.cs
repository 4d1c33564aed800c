using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>The same data under the next day's key, and the same object twice.</summary>
internal sealed class ReloadScenario : IScenario
{
    public string Name => "unchanged";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var document = context.Documents.Large;
        var runs = await context.RepeatAsync(context.Options.Runs, database => Reload.RunAsync(context, document, database, cancellationToken), cancellationToken);
        var run = Median.By(runs, r => r.Second.Seconds);
        var first = Median.Of(runs, r => r.First.Seconds);
        var again = Median.By(runs, r => r.Again.Seconds).Again;
        var wal = runs.Max(r => r.Second.WalBytes);
        var rewritten = runs.Max(r => r.Written.Updated + r.Written.Inserted);
        var sequences = runs.Max(r => r.Written.SequenceValues);
        context.Report.Add(new ResultTable(
            $"{Show.Count(document.Rows)} rows that are there already",
            ["", "time", "faster", "calls", "rows inserted", "rows updated", "sequence values", "ledger rows", "WAL"],
            [
                ["first load", Show.Seconds(first), "", "", "", "", "", "", ""],
                ["same data, next day", Show.Seconds(run.Second.Seconds), Show.Times(first / run.Second.Seconds), Show.Count(run.Second.Calls), Show.Count(run.Written.Inserted), Show.Count(run.Written.Updated), Show.Count(run.Written.SequenceValues), Show.Count(run.Written.Bookkeeping), Show.Megabytes(run.Second.WalBytes)],
                ["same object again", Show.Seconds(again.Seconds), Show.Times(first / again.Seconds), Show.Count(again.Calls), "", "", "", "", ""],
            ],
            $"Medians of {context.Options.Runs}, each in a new process that has loaded 200 rows elsewhere. Rows and sequences are those of tables of facts; the ledger, coverage, collections and logs have rows of their own for every snapshot."));
        context.Report.Add("unchanged: no row version in state tables", Show.Count(rewritten), rewritten == 0);
        context.Report.Add("unchanged: no sequence values", Show.Count(sequences), sequences == 0);
        context.Report.Add("unchanged: WAL under 1 MB", Show.Megabytes(wal), wal < 1_000_000);
        context.Report.Add("unchanged: at least 3 times faster", Show.Times(first / run.Second.Seconds), first / run.Second.Seconds >= 3);
        context.Report.Add("same object: at most 3 calls", Show.Count(again.Calls), again.Calls <= 3 && again.Outcome == "AlreadyLoaded");
    }
}
