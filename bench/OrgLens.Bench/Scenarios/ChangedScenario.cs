using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>The next day with one row in a hundred changed: what a real day is like.</summary>
internal sealed class ChangedScenario : IScenario
{
    public string Name => "changed";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var runs = await context.RepeatAsync(context.Options.Runs, database => Reload.RunAsync(context, context.Documents.Changed, database, cancellationToken), cancellationToken);
        var run = Median.By(runs, r => r.Second.Seconds);
        context.Report.Add(new ResultTable(
            "1 % of the rows changed since yesterday",
            ["", "time", "rows/s", "calls", "rows inserted", "rows updated", "sequence values", "WAL"],
            [
                ["first load", Show.Seconds(run.First.Seconds), Show.Count(run.First.RowsPerSecond), Show.Count(run.First.Calls), "", "", "", ""],
                ["next day", Show.Seconds(run.Second.Seconds), Show.Count(run.Second.RowsPerSecond), Show.Count(run.Second.Calls), Show.Count(run.Written.Inserted), Show.Count(run.Written.Updated), Show.Count(run.Written.SequenceValues), Show.Megabytes(run.Second.WalBytes)],
            ],
            $"Medians of {context.Options.Runs}. Every large section has changed rows, so every one of them is sent and compared."));
    }
}
