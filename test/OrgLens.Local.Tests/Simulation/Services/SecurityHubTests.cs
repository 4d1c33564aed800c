namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class SecurityHubTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private const string Window = """{"Start": "2026-11-17T00:00:00Z", "End": "2026-11-18T00:00:00Z"}""";

    [Fact]
    public async Task Findings_of_the_day_are_those_of_the_document()
    {
        var expected = Document().GetProperty("security").GetProperty("security_hub").EnumerateArray().SelectMany(product => product.GetProperty("findings").EnumerateArray())
            .Select(row => (row.GetProperty("finding_id").GetString()!, row.GetProperty("status").GetString()!, row.GetProperty("severity").GetString()!, row.GetProperty("updated_at").GetString()!)).Order().ToList();

        // As the reference asks: what is new, then what has changed.
        var made = await FindAsync($$"""{"CreatedAt": [{{Window}}], "WorkflowStatus": [{"Value": "NEW", "Comparison": "EQUALS"}]}""");
        var changed = await FindAsync($$"""
            {"UpdatedAt": [{{Window}}], "WorkflowStatus": [{"Value": "RESOLVED", "Comparison": "EQUALS"}, {"Value": "NOTIFIED", "Comparison": "EQUALS"}, {"Value": "SUPPRESSED", "Comparison": "EQUALS"}]}
            """);

        Assert.NotEmpty(changed);
        Assert.Equal(expected, made.Concat(changed).Order());
    }

    [Fact]
    public async Task Everything_that_is_known_comes_page_by_page()
    {
        var all = await PagesAsync("securityhub", "get_findings", "Findings", """{"MaxResults": 100}""");
        var open = await PagesAsync("securityhub", "get_findings", "Findings", """{"Filters": {"RecordState": [{"Value": "ARCHIVED", "Comparison": "NOT_EQUALS"}]}, "MaxResults": 100}""");

        Assert.Equal(all.Count, all.Select(finding => (string)finding["Id"]!).Distinct().Count());
        Assert.InRange(open.Count, 1, all.Count - 1);
        Assert.Contains(all, finding => (string?)finding["Severity"]!["Label"] == "INFORMATIONAL");
        Assert.Equal(
            open.Select(finding => (string)finding["Id"]!).Order(StringComparer.Ordinal),
            all.Where(finding => (string?)finding["RecordState"] == "ACTIVE").Select(finding => (string)finding["Id"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"SeverityLabel": [{"Value": "CRITICAL", "Comparison": "EQUALS"}]}""", "CRITICAL")]
    [InlineData("""{"SeverityLabel": [{"Value": "C", "Comparison": "PREFIX"}], "ProductName": [{"Value": "Inspector", "Comparison": "EQUALS"}]}""", "CRITICAL")]
    [InlineData("""{"SeverityLabel": [{"Value": "CRITICAL", "Comparison": "NOT_EQUALS"}, {"Value": "MEDIUM", "Comparison": "NOT_EQUALS"}, {"Value": "LOW", "Comparison": "NOT_EQUALS"}, {"Value": "INFO", "Comparison": "PREFIX_NOT_EQUALS"}]}""", "HIGH")]
    public async Task Filters_are_honoured(string filters, string severity)
    {
        var found = await FindAsync(filters);

        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(severity, finding.Severity));
    }

    [Fact]
    public async Task Order_is_that_which_was_asked_for()
    {
        var answer = await CallAsync("securityhub", "get_findings", """{"SortCriteria": [{"Field": "UpdatedAt", "SortOrder": "desc"}], "MaxResults": 50}""");

        var times = answer["Findings"]!.AsArray().Select(finding => (string)finding!["UpdatedAt"]!).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task The_hub_is_there_or_says_that_it_is_not()
    {
        var hub = await CallAsync("securityhub", "describe_hub");
        await PagesAsync("securityhub", "get_enabled_standards", "StandardsSubscriptions", """{"MaxResults": 1}""");
        var elsewhere = await FailAsync("securityhub", "get_findings", region: "sa-east-1");
        var restricted = await FailAsync("securityhub", "describe_hub", account: Cloud.Restricted);

        Assert.Equal($"arn:aws:securityhub:{Home}:{Account.Id}:hub/default", (string?)hub["HubArn"]);
        Assert.Equal(("InvalidAccessException", 403), (elsewhere.Code, elsewhere.Status));
        Assert.Equal(("InvalidAccessException", $"Account {Cloud.Restricted.Id} is not subscribed to AWS Security Hub"), (restricted.Code, restricted.Message));
    }

    [Fact]
    public async Task A_filter_that_nobody_has_thought_of_is_refused_rather_than_ignored()
    {
        var error = await FailAsync("securityhub", "get_findings", """{"Filters": {"MalwareName": [{"Value": "x", "Comparison": "EQUALS"}]}}""");

        Assert.Equal("InvalidInputException", error.Code);
    }

    private async Task<IReadOnlyList<(string Id, string Status, string Severity, string UpdatedAt)>> FindAsync(string filters)
    {
        var answer = await CallAsync("securityhub", "get_findings", $$"""{"Filters": {{filters}}, "MaxResults": 100}""");
        return [.. answer["Findings"]!.AsArray().Select(finding => ((string)finding!["Id"]!, (string)finding["Workflow"]!["Status"]!, (string)finding["Severity"]!["Label"]!, (string)finding["UpdatedAt"]!))];
    }
}
