using OrgLens.Bench.Loading;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>A small account: 200 rows.</summary>
internal sealed class SmallScenario : IScenario
{
    public string Name => "small";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var document = context.Documents.OfTotal(200);
        var runs = await context.RepeatAsync(context.Options.Runs, database => Loader.LoadAsync(context, document, 15, database, cancellationToken), cancellationToken);
        var handled = await context.RepeatAsync(context.Options.Runs, database => context.Handler.LoadAsync(document, 15, database, cancellationToken), cancellationToken);
        var load = Median.By(runs, run => run.Seconds);
        var handler = Median.By(handled, run => run.Seconds);
        context.Report.Add(new ResultTable(
            $"{document.Rows} rows ({Show.Count(document.Bytes)} bytes)",
            ["", "time", "calls"],
            [
                ["loader, warm", Show.Seconds(load.Seconds), Show.Count(load.Calls)],
                ["published function, cold: fetch, load, move", Show.Seconds(handler.Seconds), Show.Count(handler.Calls)],
            ],
            $"Medians of {context.Options.Runs}."));
        var calls = Math.Max(load.Calls, handler.Calls);
        context.Report.Add("200 rows: at most 12 calls", Show.Count(calls), calls <= 12);
    }
}
