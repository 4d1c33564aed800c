using System.Text.Json.Nodes;
using Amazon.RDSDataService.Model;
using OrgLens.Database;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Dashboards;

/// <summary>What the database lets a dashboard ask, and what it does not.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("""{"view": "accounts", "columns": []}""", "42P01")]
    [InlineData("""{"view": "view_accounts; drop table accounts", "columns": []}""", "42P01")]
    [InlineData("""{"view": "pg_roles", "columns": []}""", "42P01")]
    [InlineData("""{"view": "view_accounts", "columns": [{"id": "x", "groups": true, "expression": {"column": "1; drop table accounts"}}]}""", "42703")]
    [InlineData("""{"view": "view_accounts", "columns": [{"id": "x", "groups": true, "expression": {"call": "pg_sleep", "arguments": [{"column": "id"}]}}]}""", "42883")]
    [InlineData("""{"view": "view_accounts", "columns": [{"id": "x", "groups": true, "expression": {"call": "eq", "arguments": [{"column": "id"}]}}]}""", "22023")]
    [InlineData("""{"view": "view_accounts", "values": ["1"], "columns": [{"id": "x", "groups": true, "expression": {"value": 0, "type": "int); drop table accounts; --"}}]}""", "22023")]
    public async Task A_question_that_names_anything_else_is_refused(string question, string state)
    {
        await using var database = await TestDatabase.CreateAsync();
        var refusal = await Assert.ThrowsAsync<DatabaseErrorException>(() => AskAsync(database, question));
        Assert.Contains(state, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_stays_a_value()
    {
        await using var database = await TestDatabase.CreateAsync();
        var answer = await AskAsync(
            database,
            """
            {"view": "view_accounts", "values": ["'); drop table accounts; --", "x' or true --"],
             "columns": [{"id": "x", "groups": true, "expression": {"value": 0, "type": "text"}}],
             "filters": [{"call": "eq", "arguments": [{"column": "account_name"}, {"value": 1, "type": "text"}]}]}
            """);
        Assert.Equal("""{"more": false, "rows": []}""", answer);
        Assert.Equal("0", await database.RowAsync("select count(*) from accounts"));
    }

    [Fact]
    public async Task Whoever_asks_it_is_the_reader_who_reads()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(
            "orglens_reader|t|s",
            await database.RowAsync("select pg_get_userbyid(proowner), prosecdef, provolatile from pg_proc where oid = 'dashboard.answer(jsonb)'::regprocedure"));
        Assert.Equal("f|f", await database.RowAsync("select has_schema_privilege('orglens_reader', 'dashboard', 'create'), has_schema_privilege('orglens_app', 'dashboard', 'create')"));
        await Assert.ThrowsAsync<DatabaseErrorException>(() => database.App().ExecuteAsync("select dashboard.expression('view_accounts', '{}')", [], CancellationToken.None));
    }

    [Fact]
    public async Task Rows_beyond_a_page_are_announced_and_come_with_the_next_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Receiver.Samples.All);
        const string Page = """{"view": "view_accounts", "columns": [{"id": "a", "groups": true, "expression": {"column": "account"}}], "order": [{"id": "a"}], "limit": 1, "offset": OFFSET}""";
        Assert.Equal("""{"more": true, "rows": [["111122223333"]]}""", await AskAsync(database, Page.Replace("OFFSET", "0", StringComparison.Ordinal)));
        Assert.Equal("""{"more": false, "rows": [["444455556666"]]}""", await AskAsync(database, Page.Replace("OFFSET", "1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_is_too_heavy_ends_earlier()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Receiver.Samples.All);
        var question = $$$"""
            {"view": "view_accounts", "values": ["{{{new string('x', 400_000)}}}"], "columns": [
              {"id": "a", "groups": true, "expression": {"column": "account"}}, {"id": "x", "groups": true, "expression": {"value": 0, "type": "text"}}], "order": [{"id": "a"}]}
            """;
        var answer = await AskAsync(database, question);
        Assert.StartsWith("""{"more": true, "rows": [["111122223333", """, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("444455556666", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_many_pieces_is_made_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var plan = await database.App().ExecuteAsync(
            "explain " + SqlFiles.Read("calls/dashboard_answer"), [Parameter.Text("question", """{"view": "view_accounts", "columns": []}""")], CancellationToken.None);
        var lines = plan.Records.Select(line => line[0].StringValue).ToList();
        Assert.Single(lines, line => line.Contains("CTE answer", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("CTE Scan on answer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("distinct_count", "ii_id", "view_inventory_applications")]
    [InlineData("distinct_count_text", "ii_instance_id", "view_inventory_applications")]
    // A check without savings has no value to count.
    [InlineData("distinct_count", "potential_savings", "view_trusted_advisor_checks")]
    public async Task What_is_counted_once_is_counted_as_SQL_counts_it(string call, string counted, string view)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Receiver.Samples.All);
        var (group, number) = view == "view_inventory_applications" ? ("name", "ii_account_id") : ("category", "affected_resources_count");
        var answer = await AskAsync(
            database,
            $$$"""
            {"view": "{{{view}}}", "columns": [
              {"id": "g", "groups": true, "expression": {"column": "{{{group}}}"}},
              {"id": "n", "groups": false, "expression": {"call": "{{{call}}}", "arguments": [{"column": "{{{counted}}}"}]}},
              {"id": "s", "groups": false, "expression": {"call": "sum", "arguments": [{"column": "{{{number}}}"}]}},
              {"id": "l", "groups": false, "expression": {"call": "min", "arguments": [{"column": "{{{number}}}"}]}},
              {"id": "h", "groups": false, "expression": {"call": "max", "arguments": [{"column": "{{{number}}}"}]}}],
             "order": [{"id": "n", "descending": true}, {"id": "g"}], "limit": 5000}
            """);
        var expected = await database.RowAsync(
            $"""
            select jsonb_build_object('rows', jsonb_agg(jsonb_build_array(c1, c2, c3, c4, c5) order by c2 desc, c1), 'more', false)::text
            from (select {group} as c1, count(distinct {counted}) as c2, sum({number}) as c3, min({number}) as c4, max({number}) as c5 from {view} group by 1) counted
            """);
        Assert.Equal(expected, answer);
        Assert.Contains("[[", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desc", true, 2)]
    [InlineData("asc", false, 2)]
    [InlineData("desc", true, 1000)]
    public async Task The_first_few_come_with_the_others_together(string order, bool isDescending, int count)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Receiver.Samples.All);
        await database.ExecuteAsync("update findings set severity = 'LOW' where id % 3 = 0");

        var answer = await AskAsync(
            database,
            $$$"""
            {"view": "view_acct_security_findings_details", "columns": [
              {"id": "g", "groups": true, "expression": {"column": "generator_id"}},
              {"id": "s", "groups": true, "expression": {"column": "severity"}},
              {"id": "n", "groups": false, "expression": {"call": "count", "arguments": [{"column": "finding_id"}]}},
              {"id": "l", "groups": false, "expression": {"call": "min", "arguments": [{"column": "finding_id"}]}}],
             "first": {"column": "g", "by": "n", "descending": {{{(isDescending ? "true" : "false")}}}, "count": {{{count}}}},
             "order": [{"id": "n", "descending": true}, {"id": "g"}, {"id": "s"}], "limit": 5000}
            """);

        var expected = await database.RowAsync(
            $"""
            with counted as (select generator_id as g, severity as s, count(*) as n, min(finding_id) as l from view_acct_security_findings_details group by 1, 2),
            first as (select g from counted group by g order by sum(n) {order} nulls last, g limit {count}),
            others as (select s, sum(n) as n, min(l) as l from counted where g not in (select g from first) group by s)
            select jsonb_build_object(
              'rows', (select jsonb_agg(jsonb_build_array(g, s, n, l) order by n desc, g, s) from counted where g in (select g from first)),
              'more', false,
              'others', (select jsonb_build_object('count', (select count(distinct g) - {count} from counted), 'rows', jsonb_agg(jsonb_build_array(null, s, n, l) order by s)) from others having count(*) > 0))::text
            """);
        Assert.Equal(Sorted(expected), Sorted(answer));
        Assert.Equal(count == 1000, answer.Contains("\"others\": null", StringComparison.Ordinal));

        // The others have no order of their own.
        static string Sorted(string answer)
        {
            var read = JsonNode.Parse(answer)!;
            if (read["others"] is { } others)
            {
                others["rows"] = new JsonArray([.. others["rows"]!.AsArray().OrderBy(row => row![1]?.ToString(), StringComparer.Ordinal).Select(row => row!.DeepClone())]);
            }

            return read.ToJsonString();
        }
    }

    [Fact]
    public async Task An_empty_view_is_explained_by_the_newest_state_of_what_fills_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("insert into accounts (account_id) values ('111122223333'), ('444455556666')");
        await database.ExecuteAsync(
            """
            insert into collector_states (account_id, collector, region, observed_at, status, enumerated, error)
            select id, told.collector, told.region, now(), told.status, false, told.error
            from accounts, (values ('security.kms', 'eu-west-1', 'denied_iam', 'AccessDenied'), ('security', 'us-east-1', 'not_enabled', null), ('ebs.volume', 'eu-west-1', 'failed', 'Timeout'), ('config', 'eu-west-1', 'complete', null)) told (collector, region, status, error)
            """);
        await database.ExecuteAsync("insert into collections (account_id, region, collector, section) select id, 'eu-west-1', 'ebs.volume', 'service_resources' from accounts");

        Assert.Equal(
            """[{"status": "denied_iam", "example": "AccessDenied", "accounts": 2}, {"status": "not_enabled", "example": null, "accounts": 2}]""", await CoverageAsync("view_kms_keys"));
        Assert.Equal("""[{"status": "failed", "example": "Timeout", "accounts": 2}]""", await CoverageAsync("view_service_resources"));
        Assert.Equal("[]", await CoverageAsync("view_quicksight_users"));

        Task<string> CoverageAsync(string view) =>
            database.RowAsync($"select coalesce(jsonb_agg(told.value order by told.value ->> 'status'), '[]')::text from jsonb_array_elements(dashboard.coverage('{view}')) told");
    }

    private static async Task<string> AskAsync(TestDatabase database, string question)
    {
        var answer = await database.App().ExecuteAsync(SqlFiles.Read("calls/dashboard_answer"), [Parameter.Text("question", question)], CancellationToken.None);
        return string.Concat(answer.Records.Select(piece => piece[0].StringValue));
    }
}
