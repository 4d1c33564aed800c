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

    private static async Task<string> AskAsync(TestDatabase database, string question)
    {
        var answer = await database.App().ExecuteAsync(SqlFiles.Read("calls/dashboard_answer"), [Parameter.Text("question", question)], CancellationToken.None);
        return string.Concat(answer.Records.Select(piece => piece[0].StringValue));
    }
}
