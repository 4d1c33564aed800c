namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class InspectorTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Findings_of_the_day_are_those_of_the_document()
    {
        var expected = Document().GetProperty("security").GetProperty("inspector").EnumerateArray()
            .Select(row => (row.GetProperty("finding_arn").GetString()!, row.GetProperty("status").GetString()!, row.GetProperty("severity").GetString()!)).Order().ToList();

        var answer = await CallAsync("inspector2", "list_findings", """{"filterCriteria": {"updatedAt": [{"startInclusive": "2026-11-17T00:00:00Z"}]}, "maxResults": 100}""");

        Assert.Equal(expected, answer["findings"]!.AsArray().Select(finding => ((string)finding!["findingArn"]!, (string)finding["status"]!, (string)finding["severity"]!)).Order());
    }

    [Fact]
    public async Task Pages_are_smaller_than_what_may_be_asked_for()
    {
        var large = Cloud.Api.Organization.Accounts.Where(account => !account.IsRestricted).MaxBy(account => account.Size)!;
        var findings = await PagesAsync("inspector2", "list_findings", "findings", """{"maxResults": 5, "sortCriteria": {"field": "LAST_OBSERVED_AT", "sortOrder": "DESC"}}""", "nextToken", account: large);
        var closed = await CallAsync("inspector2", "list_findings", """{"filterCriteria": {"findingStatus": [{"comparison": "EQUALS", "value": "CLOSED"}]}}""", large);

        Assert.Equal(findings.Count, findings.Select(finding => (string)finding["findingArn"]!).Distinct().Count());
        Assert.NotEmpty(closed["findings"]!.AsArray());
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task The_gravest_come_first_or_last(string order)
    {
        string[] gravity = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
        var answer = await CallAsync("inspector2", "list_findings", $$$"""{"maxResults": 100, "sortCriteria": {"field": "SEVERITY", "sortOrder": "{{{order}}}"}}""");

        var found = answer["findings"]!.AsArray().Select(finding => Array.IndexOf(gravity, (string)finding!["severity"]!)).ToList();

        Assert.Equal(order == "ASC" ? found.Order() : found.OrderDescending(), found);
    }

    [Fact]
    public async Task It_is_not_enabled_everywhere()
    {
        var error = await FailAsync("inspector2", "list_findings", region: "sa-east-1");
        var here = await CallAsync("inspector2", "batch_get_account_status");
        var there = await CallAsync("inspector2", "batch_get_account_status", region: "sa-east-1");

        Assert.Equal(("AccessDeniedException", "Invoking account does not have access to list findings."), (error.Code, error.Message));
        Assert.Equal(("ENABLED", "DISABLED"), ((string?)here["accounts"]![0]!["state"]!["status"], (string?)there["accounts"]![0]!["state"]!["status"]));
    }
}
