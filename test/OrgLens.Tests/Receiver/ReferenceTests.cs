using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>Rows of facts point to their collection and their parent without foreign keys: what those would promise.</summary>
public sealed class ReferenceTests
{
    private const string FactTables = """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'collection_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1
        """;

    private static readonly (string Table, string Column, string Parent)[] s_parents =
    [
        ("findings", "security_id", "security"), ("non_compliant_resources", "config_report_id", "config_reports"),
        ("inventory_applications", "instance_id", "inventory_instances"), ("inventory_patches", "instance_id", "inventory_instances"),
        ("service_costs", "cost_report_id", "cost_reports"), ("cost_forecasts", "cost_report_id", "cost_reports"),
    ];

    [Fact]
    public async Task Every_row_points_to_a_collection_of_its_account_and_to_a_parent_that_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        foreach (var table in await database.RowsAsync(FactTables))
        {
            var account = await database.RowAsync($"select count(*) from pg_attribute where attrelid = '{table}'::regclass and attname = 'account_id'") == "1";
            var strays = await database.RowAsync(
                $"select count(*) from {table} t left join collections c on c.id = t.collection_id{(account ? " and c.account_id = t.account_id" : "")} where c.id is null");
            Assert.Equal((table, "0"), (table, strays));
        }

        foreach (var (table, column, parent) in s_parents)
        {
            var orphans = await database.RowAsync($"select count(*) from {table} t left join {parent} p on p.id = t.{column} where p.id is null");
            Assert.Equal((table, "0"), (table, orphans));
        }
    }

    [Fact]
    public async Task An_account_that_is_deleted_takes_its_rows_along_and_no_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        var others = await CountsAsync(database, "and c.account_id <> (select id from accounts where account_id = '111122223333')");
        await database.ExecuteAsync("delete from accounts where account_id = '111122223333'");
        Assert.Equal(others, await CountsAsync(database, ""));
        Assert.Contains(others, count => count != "0");
    }

    [Fact]
    public async Task A_merge_never_joins_the_table_that_it_writes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var joining = await database.RowsAsync(
            """
            select proname from pg_proc
            where pronamespace = 'load'::regnamespace and proname like 'merge\_%' and (prosrc ~ '\mupdate public\.' or prosrc !~ 'left join lateral')
            """);
        Assert.Empty(joining);
        Assert.Equal("36", await database.RowAsync("select count(*) from pg_proc where pronamespace = 'load'::regnamespace and proname like 'merge\\_%'"));
    }

    private static async Task<IReadOnlyList<string>> CountsAsync(TestDatabase database, string condition)
    {
        var counts = new List<string>();
        foreach (var table in await database.RowsAsync(FactTables))
        {
            counts.Add(await database.RowAsync($"select count(*) from {table} t left join collections c on c.id = t.collection_id where true {condition}"));
        }

        return counts;
    }
}
