using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Dashboards;

/// <summary>Sums that are kept beside the rows are what one would get by adding the rows up.</summary>
public sealed class SumTests
{
    private const string Cost = """{"id": "c", "groups": false, "expression": {"call": "sum", "arguments": [{"column": "cost"}]}}""";

    [Fact]
    public async Task Sums_follow_loads_corrections_removals_and_accounts()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        await AssertSumsAsync(database);
        string[] changes =
        [
            "update services set cost = cost + 1.25 where id % 3 = 0",
            "update services set removed_at = now() where id % 4 = 0",
            "update services set removed_at = null, cost = 2 * cost where id % 8 = 0",
            "update services set listed_until = now()",
            "update accounts set account_type = 'SANDBOX' where id = (select min(account_id) from services)",
            "insert into services (account_id, service, date_from, date_to, cost, usage_types, collection_id, first_seen_at) select account_id, 'Another', date_from, date_to, 7, 'x', collection_id, now() from services on conflict do nothing",
            "select load.settle_service_days()",
            "delete from services where id % 5 = 0",
            "update services set cost = 0 where service = 'Another'",
            "delete from accounts where id = (select min(account_id) from services)",
            "select load.settle_service_days()",
        ];
        foreach (var change in changes)
        {
            await database.ExecuteAsync(change);
            await AssertSumsAsync(database);
        }

        Assert.Equal("0", await database.RowAsync("select count(*) from service_days where not is_settled"));
    }

    [Fact]
    public async Task The_newest_word_of_each_collector_is_the_newest_in_the_ledger_whatever_came_last()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All.Reverse());
        Assert.Equal(
            await database.RowsAsync(
                """
                select distinct on (account_id, collector, region) account_id, collector, region, observed_at, status, enumerated, error,
                  max(observed_at) filter (where enumerated) over (partition by account_id, collector, region)
                from coverage order by account_id, collector, region, observed_at desc
                """),
            await database.RowsAsync("select account_id, collector, region, observed_at, status, enumerated, error, completed_at from collector_states order by account_id, collector, region"));
    }

    [Theory]
    [InlineData("cost_by_service", "[" + Cost + "]", "[]")]
    [InlineData("cost_by_service", """[{"id": "s", "groups": true, "expression": {"column": "service"}}, """ + Cost + "]", """[{"call": "ge", "arguments": [{"column": "date_from"}, {"value": 0, "type": "timestamptz"}]}]""")]
    [InlineData("cost_by_service", """[{"id": "n", "groups": false, "expression": {"call": "distinct_count_text", "arguments": [{"column": "service"}]}}]""", "[]")]
    [InlineData("cost_by_account", """[{"id": "a", "groups": true, "expression": {"column": "account_full"}}, """ + Cost + "]", "[]")]
    [InlineData("cost_by_account", "[" + Cost + "]", """[{"call": "eq", "arguments": [{"column": "project_product_name"}, {"value": 0, "type": "text"}]}]""")]
    [InlineData("view_acct_serv", """[{"id": "a", "groups": true, "expression": {"column": "account_full"}}, {"id": "s", "groups": true, "expression": {"column": "service"}}, """ + Cost + "]", "[]")]
    [InlineData("view_acct_serv", """[{"id": "n", "groups": false, "expression": {"call": "count", "arguments": [{"column": "service"}]}}]""", "[]")]
    [InlineData("view_acct_serv", """[{"id": "n", "groups": false, "expression": {"call": "average", "arguments": [{"column": "cost"}]}}]""", "[]")]
    [InlineData("view_acct_serv", "[" + Cost + "]", """[{"call": "gt", "arguments": [{"column": "cost"}, {"value": 0, "type": "numeric"}]}]""")]
    [InlineData("view_acct_serv", """[{"id": "s", "groups": false, "expression": {"column": "service"}}]""", "[]")]
    public async Task A_question_is_put_to_sums_where_they_answer_the_same(string view, string columns, string filters)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        var question = $$"""{"view": "view_acct_serv", "values": ["1"], "columns": {{columns}}, "filters": {{filters}}, "order": [{"id": "c"}, {"id": "a"}, {"id": "s"}]}""".Replace("[\"1\"]", filters.Contains("timestamptz", StringComparison.Ordinal) ? "[\"2026-11-20\"]" : "[\"1\"]", StringComparison.Ordinal);
        Assert.Equal(view, await database.RowAsync($"select dashboard.asked_view($q${question}$q$)"));
        var asked = await database.RowAsync($"select dashboard.answer($q${question}$q$)");
        await database.ExecuteAsync("create or replace function dashboard.sums() returns table (relation text, place int, summed text, measure text) language sql as $$ select '', 0, '', '' where false $$");
        Assert.Equal(await database.RowAsync($"select dashboard.answer($q${question}$q$)"), asked);
    }

    private static async Task AssertSumsAsync(TestDatabase database)
    {
        Assert.Equal(
            await database.RowsAsync("select date_from, account_full, trim_scale(sum(cost)) from view_acct_serv group by 1, 2 order by 1, 2"),
            await database.RowsAsync("select date_from, account_full, trim_scale(cost) from cost_by_account order by 1, 2"));
        Assert.Equal(
            await database.RowsAsync("select date_from, service, account_type, trim_scale(sum(cost)) from view_acct_serv group by 1, 2, 3 order by 1, 2, 3"),
            await database.RowsAsync("select date_from, service, account_type, trim_scale(cost) from cost_by_service order by 1, 2, 3"));
    }
}
