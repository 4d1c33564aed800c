using OrgLens.Database;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Usage;

/// <summary>What the views answer on an account that was counted by hand.</summary>
public sealed class UsageViewTests
{
    private static readonly string[] s_questions =
        ["active-users", "dashboard-visits", "idle-authors", "popular-dashboards", "popular-data-sets", "unused-data-sets", "updated-analyses"];

    [Fact]
    public async Task Views_answer_who_uses_what()
    {
        await using var database = await FilledAsync();
        Assert.Equal(
            ["D1|Cost, by \"team\"|f|4|3|3|1|2", "D2|Ops|f|2|2|2|0|1", "D9|-|t|1|1|1|0|-"],
            await database.RowsAsync("select dashboard_id, name, is_deleted, visits, visitors, visits_30_days, updates, data_sets from view_quicksight_dashboards order by 1"));
        Assert.Equal(
            ["A1|Cost analysis|f|0|1", "A2|Draft|f|1|0", "A3|Gone|t|0|0"],
            await database.RowsAsync("select analysis_id, name, is_deleted, visits, updates from view_quicksight_analyses order by 1"));
        Assert.Equal(
            [
                "S1|cost|SPICE|1000|1|1|0|4|0|3|0|f|t", "S2|ops|DIRECT_QUERY|0|1|0|0|2|1|2|0|f|t", "S3|base|SPICE|500|1|0|1|4|0|3|0|f|t", "S4|draft|SPICE|700|0|1|0|1|0|1|120|t|t",
                "S5|joined|SPICE|300|1|0|0|4|0|3|0|f|t", "S6|old|SPICE|9000|0|0|0|0|0|0|-|t|t", "S7|fresh|SPICE|50|0|0|0|0|0|0|-|f|t",
            ],
            await database.RowsAsync("""
                select data_set_id, name, import_mode, spice_bytes, dashboards, analyses, data_sets, visits, queries, users, days_unused, is_unused, is_certain
                from view_quicksight_data_sets order by 1
                """));
        Assert.Equal("2|9700", await database.RowAsync("select count(*), sum(spice_bytes) from view_quicksight_unused_data_sets"));
    }

    [Fact]
    public async Task Users_are_active_or_idle_and_new_ones_are_neither()
    {
        await using var database = await FilledAsync();
        Assert.Equal(
            ["QuickReader/joe|READER|t|f|0|1|t|f", "ann|ADMIN|t|t|-|0|f|t", "ida|AUTHOR_PRO|t|t|0|1|t|f", "kim|AUTHOR|t|t|0|1|t|f", "lee|READER|t|f|0|4|t|f", "max|AUTHOR|t|t|121|1|f|t", "new|AUTHOR|t|t|-|0|f|f"],
            await UsersAsync(database));
        Assert.Equal(["ann|-|t", "max|121|t"], await database.RowsAsync("select user_name, days_idle, is_certain from view_quicksight_idle_authors order by 1"));
    }

    [Fact]
    public async Task Visits_are_counted_by_day()
    {
        await using var database = await FilledAsync();
        Assert.Equal(
            [
                $"{UsageScenario.Day(-121)}|1|1|1|0", $"{UsageScenario.Day(-120)}|1|1|0|1", $"{UsageScenario.Day(-16)}|1|1|1|0", $"{UsageScenario.Day(-1)}|2|1|2|0",
                $"{UsageScenario.Day(0)}|3|3|3|0",
            ],
            await database.RowsAsync("select day, visits, visitors, dashboard_visits, analysis_visits from view_quicksight_visits_per_day order by 1"));
    }

    [Fact]
    public async Task The_five_views_of_the_published_solution_have_its_columns()
    {
        await using var database = await FilledAsync();
        Assert.Equal(
            [
                "vw_analysis|Analysis Name, Analysis ID", "vw_analysisdatasets|Analysis Name, Analysis ID, Dataset ID, Dataset Name", "vw_datasets|Dataset Name, Import Mode",
                "vw_quicksight_bionbi|Event Time, Event Name, AWS Region, Account ID, User Name, Analysis Name, Dashboard Name, Event Date", "vw_users|User Name, Role, Active",
            ],
            await database.RowsAsync("""
                select table_name, string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
                where table_name like 'vw\_%' group by 1 order by 1
                """));
        Assert.Equal(
            "2026-06-30 12:00:00|GetDashboard|us-east-1|111122223333|QuickReader/joe|-|Cost, by \"team\"|2026-06-30 00:00:00",
            (await database.RowsAsync("""select * from vw_quicksight_bionbi order by "Event Time" desc limit 1"""))[0]);
        Assert.Equal("18", await database.RowAsync("select count(*) from vw_quicksight_bionbi"));
        Assert.Equal(["Cost analysis|A1|S1|cost", "Draft|A2|S4|draft"], await database.RowsAsync("""select * from vw_analysisdatasets order by 1"""));
        Assert.Equal("2", await database.RowAsync("select count(*) from vw_analysis"));
        Assert.Equal("7|7", await database.RowAsync("select (select count(*) from vw_users), (select count(*) from vw_datasets)"));
    }

    [Fact]
    public async Task Without_events_nobody_is_idle_and_nothing_unused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(UsageScenario.Snapshot());
        Assert.Equal("0|7|7", await database.RowAsync("""
            select (select count(*) from view_quicksight_idle_authors) + (select count(*) from view_quicksight_unused_data_sets),
              (select count(*) from view_quicksight_users), (select count(*) from view_quicksight_data_sets)
            """));
    }

    [Fact]
    public async Task Without_snapshots_events_tell_what_they_can()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RecordAsync([.. UsageRecords.Names.Select(UsageRecords.Authored)]);
        // It was opened after its deletion: one of that id is there again.
        Assert.Equal("Fleet cost, monthly|f", await database.RowAsync("select name, is_deleted from view_quicksight_dashboards"));
        Assert.Equal("Fleet cost analysis|1|3", await database.RowAsync("select name, visits, updates from view_quicksight_analyses"));
        Assert.Equal("0", await database.RowAsync("select count(*) from view_quicksight_data_sets"));
    }

    [Fact]
    public async Task A_short_history_is_not_certain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(UsageScenario.Snapshot());
        await database.RecordAsync(UsageScenario.Events().Skip(2));
        Assert.Equal(["ann|f", "max|f"], await database.RowsAsync("select user_name, is_certain from view_quicksight_idle_authors order by 1"));
        Assert.Equal(["S4|f", "S6|f"], await database.RowsAsync("select data_set_id, is_certain from view_quicksight_unused_data_sets order by 1"));
    }

    [Fact]
    public async Task What_a_dashboard_shows_is_not_known_and_so_nothing_is_certain()
    {
        await using var database = await FilledAsync();
        await database.ExecuteAsync("update quicksight_dashboards set data_set_ids = null where dashboard_id = 'D2'");
        Assert.Equal("f", await database.RowAsync("select distinct is_certain from view_quicksight_data_sets"));
    }

    [Fact]
    public async Task Named_questions_answer()
    {
        await using var database = await FilledAsync();
        foreach (var name in s_questions)
        {
            Assert.NotEmpty((await database.App().QueryAsync(SqlFiles.Read($"queries/{name}"), [], CancellationToken.None)).Records);
        }
    }

    private static Task<IReadOnlyList<string>> UsersAsync(TestDatabase database) => database.RowsAsync(
        """select user_name, role, is_listed, is_author, days_idle, visits, is_active, is_idle from view_quicksight_users order by user_name collate "C" """);

    private static async Task<TestDatabase> FilledAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(UsageScenario.Snapshot());
        Assert.Empty(await database.RecordAsync(UsageScenario.Events()));
        return database;
    }
}
