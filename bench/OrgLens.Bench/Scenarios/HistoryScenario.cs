using Npgsql;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Loading;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>What it costs to keep what changed: the first load, an unchanged day and a day with one row in twenty changed, by turns with and without.</summary>
internal sealed class HistoryScenario : IScenario
{
    private const string Without = "update history_settings set keep_days = null, reason = 'measured without' where keep_days is not null";

    public string Name => "history";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var (with, without) = (new List<Days>(), new List<Days>());
        for (var run = 0; run < context.Options.Runs; run++)
        {
            // Whoever comes first finds the machine as the one before left it.
            foreach (var kept in run % 2 == 0 ? (bool[])[true, false] : [false, true])
            {
                (kept ? with : without).AddRange(await context.RepeatAsync(1, database => MeasureAsync(context, database, kept, cancellationToken), cancellationToken));
            }
        }

        var changes = with[0].Changes;
        context.Report.Add(new ResultTable(
            "Keeping what changed, on 50,793 rows",
            ["", "with", "without", "ratio", "WAL with", "WAL without"],
            [
                Row("first load", with, without, days => days.First),
                Row("the same data, next day", with, without, days => days.Unchanged),
                Row("5 % changed, the day after", with, without, days => days.Changed),
            ],
            $"Medians of {context.Options.Runs}, by turns, each load in a new process. With: {All(with)}. Without: {All(without)}.",
            $"{Show.Count(changes)} changes were noted: {Show.Count((double)with[0].Bytes / changes)} bytes each with their indexes, {Show.Count((Median.Of(with, days => days.Changed.WalBytes) - Median.Of(without, days => days.Changed.WalBytes)) / changes)} bytes of WAL, {Show.Count((Median.Of(with, days => days.Changed.Seconds) - Median.Of(without, days => days.Changed.Seconds)) * 1e6 / changes)} µs. The 200 newest of them: {Show.Milliseconds(Median.Of(with, days => days.AskedMilliseconds))}."));
        context.Report.Add("history: a first load at most 5 % slower", Show.Times(Median.Of(with, days => days.First.Seconds) / Median.Of(without, days => days.First.Seconds)), Median.Of(with, days => days.First.Seconds) <= 1.05 * Median.Of(without, days => days.First.Seconds));
        context.Report.Add("history: no row version and no sequence value on an unchanged day", Show.Count(with.Max(days => days.Written.Inserted + days.Written.Updated + days.Written.SequenceValues)), with.All(days => days.Written is { Inserted: 0, Updated: 0, SequenceValues: 0 }));
        context.Report.Add("history: WAL of an unchanged day under 1 MB", Show.Megabytes(with.Max(days => days.Unchanged.WalBytes)), with.All(days => days.Unchanged.WalBytes < 1_000_000));
        context.Report.Add("history: every changed row has its change", Show.Count(changes), with.All(days => days.Changes == days.Differing));
    }

    private static string All(List<Days> runs) => string.Join("; ", ((IReadOnlyList<(string Name, Func<Days, LoadFigures> Load)>)[("first", days => days.First), ("unchanged", days => days.Unchanged), ("changed", days => days.Changed)])
        .Select(kind => $"{kind.Name} {string.Join(", ", runs.Select(days => Show.Seconds(kind.Load(days).Seconds)))}"));

    private static IReadOnlyList<string> Row(string what, List<Days> with, List<Days> without, Func<Days, LoadFigures> load)
    {
        var (kept, plain) = (Median.Of(with, days => load(days).Seconds), Median.Of(without, days => load(days).Seconds));
        return
        [
            what, Show.Milliseconds(kept * 1000), Show.Milliseconds(plain * 1000), Show.Times(kept / plain),
            Show.Megabytes(Median.Of(with, days => load(days).WalBytes)), Show.Megabytes(Median.Of(without, days => load(days).WalBytes)),
        ];
    }

    private static async Task<Days> MeasureAsync(BenchContext context, string database, bool kept, CancellationToken cancellationToken)
    {
        if (!kept)
        {
            await context.Cloud.AdministerAsync(database, Without, cancellationToken);
        }

        var first = await Loader.LoadAsync(context, context.Documents.Large, 15, database, cancellationToken);
        await context.Cloud.SettleAsync(database, cancellationToken);
        var before = await DatabaseMeter.ReadAsync(context.Cloud, database, cancellationToken);
        var unchanged = await Loader.LoadAsync(context, context.Documents.Large, 16, database, cancellationToken);
        var written = (await DatabaseMeter.ReadAsync(context.Cloud, database, cancellationToken)).Since(before);
        await context.Cloud.SettleAsync(database, cancellationToken);
        var changed = await Loader.LoadAsync(context, context.Documents.MuchChanged, 17, database, cancellationToken);
        var (changes, differing, bytes, asked) = await ReadAsync(context.Cloud, database, cancellationToken);
        return new Days(first, unchanged, changed, written, changes, differing, bytes, asked);
    }

    private static async Task<(long Changes, long Differing, long Bytes, double AskedMilliseconds)> ReadAsync(BenchCloud cloud, string database, CancellationToken cancellationToken)
    {
        const string Sql = """
            select (select count(*) from row_changes where kind = 'changed'), pg_total_relation_size('row_changes'),
              (select count(*) from findings where title like 'changed since%') + (select count(*) from service_resources where state like 'changed since%')
              + (select count(*) from inventory_applications where application_type like 'changed since%') + (select count(*) from inventory_patches where state like 'changed since%')
            """;
        await using var connection = await cloud.OpenAsync(database, cancellationToken);
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (changes, bytes, differing) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        await reader.DisposeAsync();
        await using var ask = new NpgsqlCommand("select * from changes where at >= '2026-01-17' order by at desc limit 200", connection);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await ask.ExecuteNonQueryAsync(cancellationToken);
        return (changes, differing, bytes, System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private sealed record Days(LoadFigures First, LoadFigures Unchanged, LoadFigures Changed, DatabaseReading Written, long Changes, long Differing, long Bytes, double AskedMilliseconds);
}
