using System.Text.Json;
using OrgLens.Database;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Database;

public sealed class MigratorTests
{
    private const string CountViews = "select count(*) from pg_views where schemaname = 'public'";

    private static readonly string[] s_derived = ["load", "views", "dashboard", "publish"];

    [Fact]
    public async Task Tables_have_the_columns_of_the_reference_and_views_have_them_in_order()
    {
        using var reference = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Database", "reference-columns.json")));
        await using var database = await TestDatabase.CreateAsync();
        var columns = (await database.RowsAsync("select table_name, column_name from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position"))
            .Select(row => row.Split('|')).ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);
        var tables = Names(reference, "tables");
        var views = Names(reference, "views");
        Assert.Equal(36, tables.Count);
        Assert.Equal(42, views.Count);
        Assert.All(tables, table => Assert.Empty(table.Value.Except(columns[table.Key])));
        Assert.All(views, view => Assert.Equal(view.Value, columns[view.Key]));
    }

    [Fact]
    public async Task A_second_migration_applies_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var migrator = new Migrator(database.Master());
        Assert.Empty(await migrator.MigrateAsync(null, CancellationToken.None));
        Assert.All(await migrator.StatusAsync(CancellationToken.None), status => Assert.Equal(MigrationState.Applied, status.State));
    }

    [Fact]
    public async Task An_empty_database_tells_that_everything_is_pending()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var status = await new Migrator(database.Master()).StatusAsync(CancellationToken.None);
        Assert.Equal([.. SqlFiles.Under("schema"), .. s_derived], status.Select(item => item.Name));
        Assert.All(status, item => Assert.Equal((MigrationState.Pending, (string?)null), (item.State, item.AppliedAt)));
        Assert.Equal("f", await database.RowAsync("select to_regclass('admin.migrations') is not null"));
    }

    [Fact]
    public async Task Two_migrations_at_once_of_an_empty_database_apply_once()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var both = await Task.WhenAll(
            new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None), new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        Assert.Equal([0, SqlFiles.Under("schema").Count + s_derived.Length], both.Select(applied => applied.Count).Order());
    }

    [Fact]
    public async Task A_schema_file_that_was_changed_after_it_had_been_applied_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("update admin.migrations set checksum = 'other' where name = 'schema/0005_cost'");
        var refusal = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        Assert.Contains("sql/schema/0005_cost.sql", refusal.Message, StringComparison.Ordinal);
        var status = await new Migrator(database.Master()).StatusAsync(CancellationToken.None);
        Assert.Equal(["schema/0005_cost"], status.Where(item => item.State == MigrationState.Changed).Select(item => item.Name));
    }

    [Fact]
    public async Task A_database_that_is_newer_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("insert into admin.migrations (name, checksum) values ('schema/0999_future', 'x')");
        var refusal = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        Assert.Contains("schema/0999_future", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("load")]
    [InlineData("views")]
    [InlineData("dashboard")]
    [InlineData("publish")]
    public async Task Functions_and_views_are_made_anew_when_they_differ(string folder)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync($"update admin.migrations set checksum = 'other' where name = '{folder}'");
        await database.ExecuteAsync("create view of_others as select * from view_accounts");
        Assert.Equal([folder], await new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        await database.LoadAsync(Receiver.Samples.C1);
        Assert.Equal("1", await database.RowAsync("select count(*) from view_accounts"));
    }

    [Fact]
    public async Task Views_do_not_hold_up_a_new_schema_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        var views = await database.RowAsync(CountViews);
        await database.ExecuteAsync("drop table logs, log_messages cascade; delete from admin.migrations where name = 'schema/0011_logs'");
        Assert.Equal(["schema/0011_logs", .. s_derived], await new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        Assert.Equal(views, await database.RowAsync(CountViews));
    }

    [Fact]
    public async Task A_migration_that_fails_says_where_and_leaves_no_trace()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("delete from admin.migrations where name = 'schema/0011_logs'");
        var before = await database.RowsAsync("select oid, relname from pg_class where relnamespace = 'public'::regnamespace order by oid");
        var failure = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        Assert.Contains("sql/schema/0011_logs.sql failed at \"create table logs (\"", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await database.RowsAsync("select oid, relname from pg_class where relnamespace = 'public'::regnamespace order by oid"));
    }

    [Fact]
    public async Task A_migration_that_is_interrupted_is_done_again()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        database.Faults.FailCall(40, Local.DataApi.DataApiFault.ConnectionDroppedAfter);
        Assert.NotEmpty(await new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
        Assert.Empty(await new Migrator(database.Master()).MigrateAsync(null, CancellationToken.None));
    }

    [Fact]
    public void Statements_and_checksums_do_not_depend_on_the_names_order_in_the_assembly() =>
        Assert.Equal(SqlFiles.Under("schema").Order(StringComparer.Ordinal), SqlFiles.Under("schema"));

    private static Dictionary<string, string[]> Names(JsonDocument reference, string kind) =>
        reference.RootElement.GetProperty(kind).EnumerateObject().ToDictionary(
            item => item.Name, item => item.Value.EnumerateArray().Select(column => column.GetString()!).ToArray(), StringComparer.Ordinal);
}
