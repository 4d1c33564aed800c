using System.Diagnostics;
using Npgsql;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;
using OrgLens.Bench.Auditing;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>What views of QuickSight's use take on a long history.</summary>
internal sealed class UsageViewsScenario : IScenario
{
    private const int Events = 300_000;
    private const int Batch = 5_000;
    private const int Looks = 5;

    // Five accounts with what the events are about, and some that nobody uses.
    private const string Listed = """
        with account as (insert into accounts (account_id, account_name) select distinct account, 'account ' || account from quicksight_events returning id),
        collection as (
          insert into collections (account_id, region, collector, latest_observed_at, is_listed)
          select a.id, case kind when 'users' then 'Global' else 'us-east-1' end, 'quicksight.' || kind, now(), true
          from account a, unnest(array['users', 'dashboards', 'analyses', 'data_sets']) kind
          returning id, account_id, collector),
        people as (
          insert into quicksight_users (account_id, arn, user_name, role, identity_type, collection_id, first_seen_at)
          select c.account_id, 'arn:' || i, 'User/dana' || i, case when i % 5 = 0 then 'AUTHOR' else 'READER' end, 'IAM', c.id, now()
          from collection c, generate_series(0, 399) i where c.collector = 'quicksight.users'),
        data_set as (
          insert into quicksight_data_sets (account_id, data_set_id, name, import_mode, spice_bytes, created_time, data_set_ids, collection_id, first_seen_at)
          select c.account_id, 'S' || i, 'set ' || i, 'SPICE', i * 1000, '2025-01-01', case when i % 5 = 0 then jsonb_build_array('S' || (i + 1)) else '[]' end, c.id, now()
          from collection c, generate_series(0, 59) i where c.collector = 'quicksight.data_sets'),
        dashboard as (
          insert into quicksight_dashboards (account_id, dashboard_id, name, created_time, data_set_ids, collection_id, first_seen_at)
          select c.account_id, 'D' || i, 'dashboard ' || i, '2025-01-01', jsonb_build_array('S' || i % 45, 'S' || i * 7 % 45), c.id, now()
          from collection c, generate_series(0, 119) i where c.collector = 'quicksight.dashboards')
        insert into quicksight_analyses (account_id, analysis_id, name, created_time, data_set_ids, collection_id, first_seen_at)
        select c.account_id, 'A' || i, 'analysis ' || i, '2025-01-01', jsonb_build_array('S' || i % 50), c.id, now()
        from collection c, generate_series(0, 79) i where c.collector = 'quicksight.analyses'
        """;

    private static readonly string[] Views =
    [
        "view_quicksight_dashboards", "view_quicksight_analyses", "view_quicksight_popularity", "view_quicksight_data_sets", "view_quicksight_unused_data_sets",
        "view_quicksight_users", "view_quicksight_idle_authors", "view_quicksight_visits_per_day", "vw_quicksight_bionbi", "vw_users", "vw_analysis", "vw_analysisdatasets", "vw_datasets",
    ];

    public string Name => "views";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var database = await context.Cloud.CreateDatabaseAsync(cancellationToken);
        var usage = new UsageAudit(new TrailLoad(context.Cloud.DataApiOf(database)));
        var start = Stopwatch.GetTimestamp();
        foreach (var batch in UsageRecords.Make(Events).Chunk(Batch))
        {
            await usage.ApplyAsync(batch, cancellationToken);
        }

        var loaded = Stopwatch.GetElapsedTime(start);
        await using var connection = await context.Cloud.OpenAsync(database, cancellationToken);
        await ExecuteAsync(connection, Listed, cancellationToken);
        await ExecuteAsync(connection, "vacuum analyze", cancellationToken);
        var rows = new List<IReadOnlyList<string>>();
        var slowest = 0.0;
        foreach (var view in Views)
        {
            var looks = new List<(long Rows, double Milliseconds)>();
            for (var look = 0; look < Looks; look++)
            {
                looks.Add(await LookAsync(connection, view, cancellationToken));
            }

            var median = Median.By(looks, look => look.Milliseconds);
            slowest = Math.Max(slowest, median.Milliseconds);
            rows.Add([view, Show.Count(median.Rows), Show.Milliseconds(median.Milliseconds)]);
        }

        context.Report.Add(new ResultTable(
            $"Views of QuickSight's use on {Show.Count(Events)} events, each read to its end",
            ["view", "rows", "time"],
            rows,
            $"Medians of {Looks}. The events were recorded in batches of {Show.Count(Batch)} in {Show.Seconds(loaded.TotalSeconds)}."));
        context.Report.Add("views: each under 300 ms", Show.Milliseconds(slowest), slowest < 300);
        await context.Cloud.DropDatabaseAsync(database, cancellationToken);
    }

    private static async Task<(long Rows, double Milliseconds)> LookAsync(NpgsqlConnection connection, string view, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await using var command = new NpgsqlCommand($"select * from {view}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            rows++;
        }

        return (rows, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
