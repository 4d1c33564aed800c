using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class QuickSightTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private string Own => $$""" "AwsAccountId": "{{Account.Id}}" """;

    private string People => $$"""{{Own}}, "Namespace": "default" """;

    [Fact]
    public async Task Users_and_groups_come_page_by_page()
    {
        var users = await PagesAsync("quicksight", "list_users", "UserList", $$"""{{{People}}, "MaxResults": 2}""");
        var groups = await PagesAsync("quicksight", "list_groups", "GroupList", $$"""{{{People}}, "MaxResults": 1}""");
        var members = new List<JsonNode?>();
        foreach (var group in groups)
        {
            members.AddRange((await CallAsync("quicksight", "list_group_memberships", $$"""{{{People}}, "GroupName": "{{group["GroupName"]}}"}"""))["GroupMemberList"]!.AsArray());
        }

        Assert.Equal("ADMIN", (string?)users[0]["Role"]);
        Assert.Subset(users.Select(user => (string)user["UserName"]!).ToHashSet(), members.Select(member => (string)member!["MemberName"]!).ToHashSet());
    }

    [Fact]
    public async Task Dashboards_lead_to_data_sets_and_those_to_their_size()
    {
        var dashboards = await PagesAsync("quicksight", "list_dashboards", "DashboardSummaryList", $$"""{{{Own}}, "MaxResults": 1}""");
        var analyses = await PagesAsync("quicksight", "list_analyses", "AnalysisSummaryList", $$"""{{{Own}}, "MaxResults": 1}""");
        var sets = await PagesAsync("quicksight", "list_data_sets", "DataSetSummaries", $$"""{{{Own}}, "MaxResults": 1}""");
        var dashboard = (await CallAsync("quicksight", "describe_dashboard", $$"""{{{Own}}, "DashboardId": "{{dashboards[0]["DashboardId"]}}"}"""))["Dashboard"]!;
        var details = new List<JsonNode>();
        foreach (var set in sets.Where(set => !IsUpload(set)))
        {
            details.Add((await CallAsync("quicksight", "describe_data_set", $$"""{{{Own}}, "DataSetId": "{{set["DataSetId"]}}"}"""))["DataSet"]!);
        }

        var spice = details.First(set => (string?)set["ImportMode"] == "SPICE");
        var ingestions = await PagesAsync("quicksight", "list_ingestions", "Ingestions", $$"""{{{Own}}, "DataSetId": "{{spice["DataSetId"]}}", "MaxResults": 5}""");
        var analysis = (await CallAsync("quicksight", "describe_analysis", $$"""{{{Own}}, "AnalysisId": "{{analyses[^1]["AnalysisId"]}}"}"""))["Analysis"]!;
        var upload = await FailAsync("quicksight", "describe_data_set", $$"""{{{Own}}, "DataSetId": "{{sets.Single(IsUpload)["DataSetId"]}}"}""");
        // The last analysis is a draft.
        Assert.Equal(dashboards.Count + 1, analyses.Count);
        Assert.Contains((string?)analysis["DataSetArns"]![0], sets.Select(set => (string?)set["Arn"]));
        Assert.Equal("InvalidParameterValueException", upload.Code);
        Assert.Contains((string?)dashboard["Version"]!["DataSetArns"]![0], details.Select(set => (string?)set["Arn"]));
        Assert.True((long)spice["ConsumedSpiceCapacityInBytes"]! > 0);
        Assert.Equal(14, ingestions.Count);
    }

    [Fact]
    public async Task People_are_known_in_one_Region_and_other_accounts_have_none()
    {
        await CallAsync("quicksight", "describe_account_subscription", $$"""{{{Own}}}""");
        await CallAsync("quicksight", "describe_account_settings", $$"""{{{Own}}}""");
        await CallAsync("quicksight", "list_namespaces", $$"""{{{Own}}}""");
        var elsewhere = await FailAsync("quicksight", "list_users", $$"""{{{People}}}""", region: "sa-east-1");
        var assets = await CallAsync("quicksight", "list_dashboards", $$"""{{{Own}}}""", region: "sa-east-1");
        var other = Cloud.Api.Organization.Accounts.First(account => account.Environment == "STAGING");
        var none = await FailAsync("quicksight", "list_users", $$"""{"AwsAccountId": "{{other.Id}}", "Namespace": "default"}""", other);

        Assert.Contains($"your identity region is {Home}", elsewhere.Message, StringComparison.Ordinal);
        Assert.Empty(assets["DashboardSummaryList"]!.AsArray());
        Assert.Equal(("ResourceNotFoundException", 404), (none.Code, none.Status));
    }

    private static bool IsUpload(JsonNode set) => ((string)set["Name"]!).EndsWith(".xlsx", StringComparison.Ordinal);
}
