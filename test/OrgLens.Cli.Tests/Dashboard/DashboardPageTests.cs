using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace OrgLens.Cli.Tests.Dashboard;

/// <summary>The page in a real browser: what it shows is what the database says, and it can be used by everyone.</summary>
public sealed class DashboardPageTests(DashboardFixture fixture) : IClassFixture<DashboardFixture>
{
    private const string Payload = """<img src=x onerror="pwned=1"><script>pwned=2</script>"'>]]><svg/onload=pwned=3>{{7*7}}${pwned=4}javascript:pwned=5""";

    private const string Cost = "select sum(cost) from view_acct_serv where date_from between '2026-01-01' and '2026-12-31'";

    private static readonly (string Visual, string Sql)[] s_figures =
    [
        ("ov-accounts", "select count(distinct account) from view_accounts"),
        ("ov-cost", Cost),
        ("ov-severe", "select count(*) from view_acct_security_findings_details where status in ('NEW', 'NOTIFIED') and record_state = 'ACTIVE' and severity in ('CRITICAL', 'HIGH')"),
        ("ov-resources", "select count(*) from view_service_resources"),
        ("ov-savings", "select sum(estimated_monthly_savings_usd) from view_compute_optimizer"),
        ("ov-compliance", "select sum(compliant_rules)::numeric / sum(total_rules) from view_config_reports"),
        ("co-day", "select sum(cost) from view_acct_serv group by date_from order by date_from desc limit 1"),
        ("co-forecast", "select sum(amount) from latest_forecast"),
        ("se-guard", "select count(*) from view_guard_duty_findings where severity >= 7"),
        ("se-keys", "select count(*) from view_kms_keys where key_rotation_enabled is not true"),
        ("cm-resources", "select count(distinct resource_id) from latest_violations where compliance_type = 'NON_COMPLIANT'"),
        ("in-nodes", "select count(*) from view_inventory_instances"),
        ("sc-live", "select count(distinct provisioned_product_id) from view_service_catalog_products"),
        ("sc-updated", "select sum(updated) from view_service_catalog_usage"),
        ("as-count", "select count(resource_id) from view_assets"),
        ("as-unowned", "select count(resource_id) from view_unowned_assets"),
        ("as-changed", "select sum(changed) from view_asset_changes_by_day"),
        ("qs-visits", "select sum(visits) from view_quicksight_visits_per_day"),
        ("ch-appeared", "select count(*) from changes where kind = 'appeared'"),
        ("ch-changed", "select count(*) from changes where kind = 'changed'"),
        ("op-resources", "select count(*) from view_compute_optimizer where lower(replace(finding, '_', '')) in ('overprovisioned', 'underprovisioned', 'notoptimized')"),
    ];

    [Fact]
    public async Task Every_sheet_shows_what_the_database_says_or_why_there_is_nothing()
    {
        var seen = await fixture.VisitAsync("everything");

        Assert.Empty(Texts(seen.GetProperty("messages")));
        var cards = seen.GetProperty("sheets").EnumerateObject().SelectMany(sheet => sheet.Value.GetProperty("cards").EnumerateArray()).ToDictionary(card => card.GetProperty("visual").GetString()!);
        Assert.True(cards.Count > 70);
        Assert.All(cards.Values, card =>
        {
            var state = card.GetProperty("state").GetString();
            Assert.True(
                (state == "drawn" && (card.GetProperty("marks").GetInt32() > 0 || card.GetProperty("text").GetString() is { Length: > 20 })) || (state == "empty" && card.GetProperty("text").GetString() is { Length: > 10 }),
                card.GetRawText());
        });
        foreach (var (visual, sql) in s_figures)
        {
            Assert.Equal(Number(await fixture.ValueAsync(sql)), Number(cards[visual].GetProperty("value").GetString()), 6);
        }
    }

    [Fact]
    public async Task Everyone_can_use_it()
    {
        var seen = await fixture.VisitAsync("accessibility");
        Assert.All(seen.GetProperty("sheets").EnumerateObject(), sheet =>
        {
            // What says that there is nothing would prove nothing.
            Assert.InRange(sheet.Value.GetProperty("drawn").GetInt32(), 5, int.MaxValue);
            Assert.All((string[])["light", "dark"], theme => Assert.Empty(Texts(sheet.Value.GetProperty(theme))));
        });
    }

    [Fact]
    public async Task Filters_drills_and_files_do_what_they_say()
    {
        var seen = await fixture.VisitAsync("actions");

        Assert.Empty(Texts(seen.GetProperty("messages")));
        string Text(string name) => seen.GetProperty(name).GetString()!;
        var first = Texts(seen.GetProperty("options"))[0];
        Assert.Equal(Number(await fixture.ValueAsync(Cost)), Number(Text("total")), 6);
        Assert.Equal(Number(await fixture.ValueAsync("select sum(cost) from view_acct_serv where date_from = '2026-11-20'")), Number(Text("day")), 6);
        Assert.Equal(Number(await fixture.ValueAsync($"select sum(cost) from view_acct_serv where account_full = '{first}'")), Number(Text("account")), 6);
        Assert.NotEqual(Text("total"), Text("day"));
        Assert.NotEqual(Text("total"), Text("account"));
        Assert.Equal(["Its resources", "Its findings", "Its cost"], Texts(seen.GetProperty("menu")));
        Assert.Equal(await fixture.ValueAsync($"select count(*) from view_service_resources where account_full = '{Text("chosen")}'"), Text("resources"));
        Assert.Equal([Text("chosen")], Texts(seen.GetProperty("resourceAccounts")));
        Assert.StartsWith("All", Text("path"), StringComparison.Ordinal);
        Assert.False(seen.GetProperty("pathAfter").GetBoolean());
        Assert.Equal("cost-by-product.csv", seen.GetProperty("csv").GetProperty("name").GetString());
        var lines = seen.GetProperty("csv").GetProperty("text").GetString()!.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Product,Cost", lines[0]);
        Assert.Equal(seen.GetProperty("asTable").GetInt32(), lines.Length - 1);
        Assert.Equal("dark", Text("theme"));
    }

    [Fact]
    public async Task A_report_is_one_file_that_shows_the_same_and_asks_for_nothing()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("orglens-report").FullName, "report.html");
        using var terminal = new RecordingTerminal { Environment = fixture.Environment };
        Assert.True(await terminal.RunAsync("report", "--out", file, "--from", "2026-01-01", "--to", "2026-12-31") == ExitCode.Fine, terminal.Error);

        var seen = await DashboardFixture.VisitAsync(new Uri(file).AbsoluteUri, "everything");

        Assert.Empty(Texts(seen.GetProperty("messages")));
        var overview = seen.GetProperty("sheets").GetProperty("overview").GetProperty("cards").EnumerateArray().ToDictionary(card => card.GetProperty("visual").GetString()!);
        Assert.Equal(Number(await fixture.ValueAsync(Cost)), Number(overview["ov-cost"].GetProperty("value").GetString()), 6);
        Assert.All(overview.Values, card => Assert.NotEqual("failed", card.GetProperty("state").GetString()));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("GET", "/", "evil.example", null, null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("GET", "/nothing", null, null, null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/../OrgLens.Cli.dll", null, null, null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/report.js", null, null, null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/page.js", null, null, null, HttpStatusCode.OK)]
    [InlineData("POST", "/api/visuals", null, "http://evil.example", """{"sheet": "cost"}""", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/visuals", null, null, "no json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/visuals", null, null, "[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", "/api/visuals", null, null, "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", "/api/visuals", null, null, """{"questions": ["co-total"]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", "/api/control", null, null, """{"sheet": "cost", "control": "none"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Only_the_page_itself_is_answered(string method, string path, string? host, string? origin, string? body, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = fixture.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sheet": "cost", "visual": "none"}""", "The sheet cost has no visual none.")]
    [InlineData("""{"sheet": "cost"}""", "The question lacks visual.")]
    [InlineData("""{"sheet": "cost", "visual": "co-total", "parameters": {"dateFrom": ["'; drop table accounts"]}}""", "''; drop table accounts' is no date.")]
    [InlineData("""{"sheet": "cost", "visual": "co-total", "parameters": {"account": ["'; drop table accounts"]}}""", null)]
    public async Task A_question_that_has_no_answer_spoils_no_other(string question, string? expected)
    {
        var lines = await AskAsync($$"""{"questions": [{{question}}, {"sheet": "cost", "visual": "co-total"}]}""");

        Assert.Equal(2, lines.Count);
        Assert.Equal(expected, lines[0].TryGetProperty("error", out var error) ? error.GetString() : null);
        Assert.True(lines[1].TryGetProperty("answer", out _));
    }

    [Theory]
    [InlineData("cost", "co-total")]
    [InlineData("", "ov-accounts")]
    [InlineData("no such sheet", "ov-accounts")]
    public async Task A_sheet_that_is_asked_for_early_is_the_one_that_the_page_shows(string sheet, string first)
    {
        var parameters = """{"dateFrom": ["2026-01-01T00:00:00Z"], "dateTo": ["2026-12-31T00:00:00Z"], "unknown": ["x"]}""";
        var early = await AskAsync($$"""{"sheet": "{{sheet}}", "parameters": {{parameters}} }""");
        var asked = await AskAsync($$"""{"questions": [{"sheet": "{{(sheet == "cost" ? sheet : "overview")}}", "visual": "{{first}}", "parameters": {{parameters}} }]}""");

        Assert.Equal(asked[0].GetProperty("answer").GetRawText(), early[0].GetProperty("answer").GetRawText());
        Assert.True(early.Count > 5);
    }

    [Fact]
    public async Task What_was_loaded_after_an_answer_is_in_the_next_one()
    {
        const string Accounts = """{"questions": [{"sheet": "overview", "visual": "ov-accounts"}]}""";
        var before = await AskAsync(Accounts);
        Assert.Equal(before[0].GetRawText(), (await AskAsync(Accounts))[0].GetRawText());

        await fixture.Master.ExecuteAsync("insert into accounts (account_id, account_name) values ('999988887777', 'new')", [], CancellationToken.None);
        var after = await AskAsync(Accounts);
        await fixture.Master.ExecuteAsync("delete from accounts where account_id = '999988887777'", [], CancellationToken.None);

        Assert.Equal(1, Figure(after) - Figure(before));
        Assert.Equal(before[0].GetRawText(), (await AskAsync(Accounts))[0].GetRawText());

        static long Figure(List<JsonElement> lines) => lines[0].GetProperty("answer").GetProperty("parts")[0].GetProperty("rows")[0][0].GetInt64();
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_answered()
    {
        using var client = new HttpClient { BaseAddress = fixture.Address };
        using var answer = await client.PostAsync("/api/visuals", new StringContent("""{"sheet": "cost"}""", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_data_says_is_never_run()
    {
        // A database of its own: the others' figures stay as they are.
        var hostile = new DashboardFixture();
        await hostile.InitializeAsync();
        try
        {
            await hostile.Master.ExecuteAsync(SqlText.Poison(Payload), [], CancellationToken.None);
            Assert.True(long.Parse((await hostile.ValueAsync("select count(*) from view_accounts where account_name like '%<img%'"))!, CultureInfo.InvariantCulture) > 0);

            var seen = await hostile.VisitAsync("hostile");

            Assert.Empty(Texts(seen.GetProperty("messages")));
            Assert.Equal(JsonValueKind.Null, seen.GetProperty("pwned").ValueKind);
            Assert.Contains(Texts(seen.GetProperty("options")), option => option.Contains("<img src=x", StringComparison.Ordinal));
            Assert.All((string[])["catalog", "assets", "usage"], sheet => Assert.Contains(
                seen.GetProperty("sheets").GetProperty(sheet).GetProperty("cards").EnumerateArray(),
                card => card.GetProperty("text").GetString()!.Contains("<img", StringComparison.Ordinal)));
            Assert.All(seen.GetProperty("sheets").EnumerateObject(), sheet =>
            {
                Assert.Equal(JsonValueKind.Null, sheet.Value.GetProperty("pwned").ValueKind);
                Assert.All(sheet.Value.GetProperty("cards").EnumerateArray(), card => Assert.Equal(0, card.GetProperty("strangers").GetInt32()));
            });
        }
        finally
        {
            await hostile.DisposeAsync();
        }
    }

    /// <summary>The lines of an answer in the order of the questions.</summary>
    private async Task<List<JsonElement>> AskAsync(string questions)
    {
        using var client = new HttpClient { BaseAddress = fixture.Address };
        using var answer = await client.PostAsync("/api/visuals", new StringContent(questions, Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement).OrderBy(line => line.GetProperty("place").GetInt32())];
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static decimal Number(string? text) => decimal.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture);
}
