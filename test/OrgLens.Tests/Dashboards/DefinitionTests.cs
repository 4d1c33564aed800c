using System.Text.Json.Nodes;
using OrgLens.Dashboards;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Dashboards;

/// <summary>The definitions of the folder quicksight are what QuickSight and the database know.</summary>
public sealed class DefinitionTests
{
    private static readonly Analysis s_analysis = AnalysisJoiner.Join(DashboardFiles.Embedded());

    private static readonly string[] s_sheets = ["overview", "cost", "security", "compliance", "inventory", "resilience", "optimization", "catalog", "assets", "changes", "usage", "pipeline"];

    [Fact]
    public void The_sheets_come_in_their_order() => Assert.Equal(s_sheets, s_analysis.Sheets.Select(sheet => sheet["sheetId"]!.ToString()));

    [Fact]
    public async Task Every_definition_is_valid_against_the_service_model()
    {
        var definitions = s_analysis.DataSets.Select(dataSet =>
        {
            var request = (JsonObject)dataSet.DeepClone();
            request.Remove("resourceType");
            request["awsAccountId"] = "111122223333";
            return (dataSet["name"]!.ToString(), "CreateDataSetRequest", (JsonNode)request);
        }).Append((s_analysis.Name, "AnalysisDefinition", s_analysis.Definition));
        Assert.Equal(string.Empty, await QuickSightModel.ProblemsAsync(definitions));
    }

    [Fact]
    public async Task The_check_finds_what_is_wrong()
    {
        var broken = (JsonObject)s_analysis.Definition.DeepClone();
        broken["sheets"]![0]!["visuals"]![0]!["kpivisual"]!.AsObject().Remove("visualId");
        broken["sheets"]![1]!["nonsense"] = true;
        var problems = await QuickSightModel.ProblemsAsync(("x", "AnalysisDefinition", broken));
        Assert.Equal("x.sheets[0].visuals[0].kpivisual: required member VisualId is missing\nx.sheets[1]: unknown member nonsense", problems.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Every_column_of_a_data_set_is_in_its_view_with_its_type()
    {
        await using var database = await TestDatabase.CreateAsync();
        var live = (await database.RowsAsync("select relation || '.' || name || ' ' || kind from dashboard.columns()")).ToHashSet(StringComparer.Ordinal);
        var declared = from dataSet in s_analysis.DataSets
                       let table = dataSet["physicalTableMap"]!.AsObject().First().Value!["relationalTable"]!
                       from column in table["inputColumns"]!.AsArray()
                       select $"{table["name"]}.{column!["name"]} {column["type"]}";
        Assert.DoesNotContain(declared, column => !live.Contains(column));
    }

    [Fact]
    public void Every_data_set_can_be_filtered_by_account_product_category_and_environment()
    {
        var filtered = s_analysis.Definition["filterGroups"]!.AsArray().Select(group => group!["filters"]![0]!.AsObject().First().Value!)
            .Select(filter => $"{filter["column"]!["dataSetIdentifier"]} {filter["configuration"]?["customFilterConfiguration"]?["parameterName"]}").ToHashSet(StringComparer.Ordinal);
        var wanted = from dataSet in s_analysis.DataSets from parameter in (string[])["account", "product", "category", "environment"] select $"{dataSet["name"]} {parameter}";
        Assert.DoesNotContain(wanted, pair => !filtered.Contains(pair));
    }

    [Fact]
    public void Everything_that_a_sheet_places_is_on_it_and_everything_on_it_is_placed()
    {
        foreach (var sheet in s_analysis.Sheets)
        {
            var placed = sheet["layouts"]![0]!["configuration"]!["gridLayout"]!["elements"]!.AsArray().Select(element => element!["elementId"]!.ToString()).Order();
            var there = sheet["visuals"]!.AsArray().Select(visual => visual!.AsObject().First().Value!["visualId"]!.ToString()).Order();
            Assert.Equal(there, placed);
        }
    }

    [Fact]
    public void Every_filter_names_a_sheet_and_visuals_that_are_there_and_of_its_data_set()
    {
        foreach (var group in s_analysis.Definition["filterGroups"]!.AsArray())
        {
            var dataSet = group!["filters"]![0]!.AsObject().First().Value!["column"]!["dataSetIdentifier"]!.ToString();
            foreach (var scope in group["scopeConfiguration"]?["selectedSheets"]?["sheetVisualScopingConfigurations"]?.AsArray() ?? [])
            {
                foreach (var visual in scope!["visualIds"]!.AsArray())
                {
                    Assert.Contains($"\"{dataSet}\"", s_analysis.Visual(scope["sheetId"]!.ToString(), visual!.ToString()).Value.ToJsonString(), StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_visual_and_every_control_is_answered(bool hasData)
    {
        await using var database = await TestDatabase.CreateAsync();
        if (hasData)
        {
            await database.LoadAllAsync(Samples.All);
        }

        var answers = await AnswersAsync(database);
        Assert.Empty(answers.Describe()["undrawn"]!.AsObject());
        var empty = new List<string>();
        foreach (var sheet in s_analysis.Sheets)
        {
            var sheetId = sheet["sheetId"]!.ToString();
            foreach (var visual in sheet["visuals"]!.AsArray())
            {
                var visualId = visual!.AsObject().First().Value!["visualId"]!.ToString();
                var answer = await answers.VisualAsync(new VisualRequest(sheetId, visualId) { Chosen = Everything() }, CancellationToken.None);
                // Documents say nothing about what only the trail tells.
                if (answer["coverage"] is not null && sheetId is not ("catalog" or "assets" or "usage"))
                {
                    empty.Add(visualId);
                }
            }

            foreach (var control in sheet["parameterControls"]!.AsArray().Select(control => control!.AsObject().First()).Where(control => control.Key == "dropdown"))
            {
                var offered = await answers.ControlAsync(sheetId, control.Value!["parameterControlId"]!.ToString(), CancellationToken.None);
                Assert.Equal(hasData, offered["values"]!.AsArray().Count > 0);
            }
        }

        // The samples are two accounts in which much is denied; documents of the reference say nothing about coverage.
        Assert.InRange(empty.Count, 0, hasData ? 25 : int.MaxValue);
    }

    [Fact]
    public async Task Dates_and_accounts_change_the_figures_and_the_figures_are_those_of_SQL()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        var answers = await AnswersAsync(database);
        var account = await database.RowAsync("select account_full from view_acct_serv group by 1 order by sum(cost) desc limit 1");
        (JsonObject Chosen, string Condition)[] cases =
        [
            (Everything(), "true"),
            (Dates("2026-11-19T00:00:00Z", "2026-11-19T23:59:59Z"), "date_from = '2026-11-19'"),
            (Everything("account", account), $"account_full = '{account}'"),
            (Everything("environment", "PRODUCTION"), "account_type = 'PRODUCTION'"),
            (Everything("product", "No product"), "project_product_name is null"),
        ];
        foreach (var (chosen, condition) in cases)
        {
            var answer = await answers.VisualAsync(new VisualRequest("cost", "co-total") { Chosen = chosen }, CancellationToken.None);
            var expected = await database.RowAsync($"select coalesce(sum(cost)::text, '-') from view_acct_serv where {condition}");
            Assert.Equal(expected, answer["parts"]![0]!["rows"]![0]![0]?.ToJsonString() ?? "-");
        }
    }

    private static async Task<DashboardAnswers> AnswersAsync(TestDatabase database) =>
        new(database.App(), s_analysis, await ColumnCatalog.ReadAsync(database.App(), CancellationToken.None), TimeProvider.System);

    private static JsonObject Dates(string from, string to) => new() { ["dateFrom"] = new JsonArray(from), ["dateTo"] = new JsonArray(to) };

    private static JsonObject Everything(string? parameter = null, string? value = null)
    {
        var chosen = Dates("2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z");
        if (parameter is not null)
        {
            chosen[parameter] = new JsonArray(value);
        }

        return chosen;
    }
}
