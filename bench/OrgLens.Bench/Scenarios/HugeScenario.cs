using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>200 MB through the published function: its memory must not follow the document.</summary>
internal sealed class HugeScenario : IScenario
{
    public string Name => "huge";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var document = context.Documents.Huge;
        var run = (await context.RepeatAsync(1, database => context.Handler.LoadAsync(document, 15, database, cancellationToken), cancellationToken))[0];
        context.Report.Add(new ResultTable(
            $"{Show.Megabytes(document.Bytes)}, {Show.Count(document.Rows)} rows",
            ["", "time", "rows/s", "calls", "peak memory"],
            [["published function, cold: fetch, load, move", Show.Seconds(run.Seconds), Show.Count(document.Rows / run.Seconds), Show.Count(run.Calls), Show.Megabytes(run.PeakBytes)]],
            "One run."));
        context.Report.Add("200 MB: handler's peak memory under 256 MB", Show.Megabytes(run.PeakBytes), run.PeakBytes < 256_000_000);
    }
}
