using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OrgLens.Bench.Results;
using OrgLens.Bench.Showing;
using OrgLens.Dashboards;

namespace OrgLens.Bench.Scenarios;

/// <summary>The dashboards on a large history: each visual by itself, and the first sheet as a browser asks for it.</summary>
internal sealed class ShowScenario : IScenario
{
    /// <summary>Connections that a browser makes to one place.</summary>
    private const int AtOnce = 6;

    private const int Openings = 9;

    private static readonly string[] s_tables = ["accounts", "collections", "snapshots", "coverage", "services", "non_compliant_resources", "findings", "service_resources", "row_changes", "inventory_applications", "asset_events", "quicksight_events"];

    public string Name => "show";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var database = await context.Cloud.CreateDatabaseAsync(cancellationToken);
        await LargeHistory.WriteAsync(context.Cloud, database, cancellationToken);
        var analysis = AnalysisJoiner.Join(DashboardFiles.Embedded());
        var dataApi = context.Cloud.DataApiOf(database);
        var answers = new DashboardAnswers(dataApi, analysis, await ColumnCatalog.ReadAsync(dataApi, cancellationToken), TimeProvider.System);
        var visuals = new List<(string Sheet, string Visual, double Milliseconds)>();
        foreach (var (sheet, visual) in answers.Visuals)
        {
            await answers.VisualAsync(new VisualRequest(sheet, visual), cancellationToken);
            var runs = new List<double>();
            for (var run = 0; run < context.Options.Runs; run++)
            {
                runs.Add(await TimeAsync(() => answers.VisualAsync(new VisualRequest(sheet, visual), cancellationToken)));
            }

            visuals.Add((sheet, visual, Median.Of(runs, run => run)));
        }

        var first = (string)analysis.Sheets.First()["sheetId"]!;
        var opened = new List<double>();
        for (var run = 0; run < context.Options.Runs; run++)
        {
            opened.Add(await TimeAsync(() => Parallel.ForEachAsync(
                Asked(analysis, answers, first, cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (ask, _) => await ask())));
        }

        var kept = await Opening.MeasureAsync(context.Cloud, database, Openings, isChanging: false, cancellationToken);
        var asked = await Opening.MeasureAsync(context.Cloud, database, Openings, isChanging: true, cancellationToken);
        await AddAsync(context, database, visuals, Median.Of(opened, run => run), [("as it was", kept), ("being written to", asked)], cancellationToken);
        await context.Cloud.DropDatabaseAsync(database, cancellationToken);
    }

    private static async Task AddAsync(
        BenchContext context, string database, List<(string Sheet, string Visual, double Milliseconds)> visuals, double opened, List<(string Database, IReadOnlyList<Opening> Runs)> openings, CancellationToken cancellationToken)
    {
        var slow = visuals.Where(visual => visual.Milliseconds >= 300).OrderByDescending(visual => visual.Milliseconds).ToList();
        context.Report.Add("1,000 accounts × 90 days: every visual's question under 300 ms", $"{visuals.Count - slow.Count} of {visuals.Count}", slow.Count == 0);
        context.Report.Add("1,000 accounts × 90 days: the first sheet's answers in under 1 s", Show.Milliseconds(opened), opened < 1000);
        foreach (var (state, runs) in openings)
        {
            var drawn = Median.Of([.. runs], run => run.Drawn);
            context.Report.Add($"1,000 accounts × 90 days: the first sheet drawn in a browser in under 1 s, the database {state}", Show.Milliseconds(drawn), drawn < 1000);
        }

        context.Report.Add(new ResultTable(
            "Opening the dashboards in a browser",
            ["database", "usable", "drawn", "fastest", "slowest"],
            [.. openings.Select(opening => (IReadOnlyList<string>)
            [
                opening.Database, Show.Milliseconds(Median.Of([.. opening.Runs], run => run.Usable)), Show.Milliseconds(Median.Of([.. opening.Runs], run => run.Drawn)),
                Show.Milliseconds(opening.Runs.Min(run => run.Drawn)), Show.Milliseconds(opening.Runs.Max(run => run.Drawn)),
            ])],
            $"Medians of {Openings} openings in new contexts of one headless Chromium, which shares the processors with the command and the database; usable: sheets, filters and frames are there, "
            + "drawn: the last visual of the first sheet has been painted. As it was: the answers that the command prepared may be given, as nothing has been written since; "
            + "being written to: every answer is asked for anew."));
        context.Report.Add(new ResultTable(
            "The dashboards on 1,000 accounts × 90 days",
            ["sheet", "visuals", "median", "slowest", "which"],
            [.. visuals.GroupBy(visual => visual.Sheet).Select(sheet => (IReadOnlyList<string>)
            [
                sheet.Key, Show.Count(sheet.Count()), Show.Milliseconds(Median.Of([.. sheet], visual => visual.Milliseconds)),
                Show.Milliseconds(sheet.Max(visual => visual.Milliseconds)), sheet.MaxBy(visual => visual.Milliseconds).Visual,
            ])],
            $"Medians of {context.Options.Runs} answers of the Data API after one that is not counted, without added latency; the dates stand at the last 60 days, nothing else is filtered. "
            + $"The whole first sheet, its controls' values included, {AtOnce} at a time: {Show.Milliseconds(opened)}.",
            slow.Count == 0 ? "None took 300 ms." : $"300 ms or more: {string.Join(", ", slow.Select(visual => $"{visual.Visual} ({Show.Milliseconds(visual.Milliseconds)})"))}.",
            $"Rows: {await RowsAsync(context, database, cancellationToken)}."));
    }

    private static async Task<string> RowsAsync(BenchContext context, string database, CancellationToken cancellationToken)
    {
        await using var connection = await context.Cloud.OpenAsync(database, cancellationToken);
        await using var command = new NpgsqlCommand("select relname::text, reltuples::bigint from pg_class where relname = any ($1) and relkind = 'r'", connection) { Parameters = { new() { Value = s_tables } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string Table, long Rows)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return string.Join(", ", rows.OrderByDescending(row => row.Rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Table} {Show.Count(row.Rows)}")));
    }

    private static IEnumerable<Func<Task>> Asked(Analysis analysis, DashboardAnswers answers, string first, CancellationToken cancellationToken)
    {
        var controls = analysis.Sheet(first)["parameterControls"]!.AsArray().Select(control => control!.AsObject().First()).Where(control => control.Key == "dropdown");
        return
        [
            .. controls.Select(control => (Func<Task>)(() => answers.ControlAsync(first, (string)control.Value!["parameterControlId"]!, cancellationToken))),
            .. answers.Visuals.Where(visual => visual.Sheet == first).Select(visual => (Func<Task>)(() => answers.VisualAsync(new VisualRequest(first, visual.Visual), cancellationToken))),
        ];
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
