namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class SupportTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private const string Region = "us-east-1";

    [Fact]
    public async Task Checks_that_flag_something_are_those_of_the_document()
    {
        var expected = Document().GetProperty("trusted_advisor").EnumerateArray()
            .Select(row => (row.GetProperty("check_name").GetString()!, row.GetProperty("severity").GetString()!, row.GetProperty("affected_resources_count").GetInt32())).Order().ToList();
        var checks = (await CallAsync("support", "describe_trusted_advisor_checks", """{"language": "en"}""", region: Region))["checks"]!.AsArray();

        var found = new List<(string, string, int)>();
        foreach (var check in checks)
        {
            var result = (await CallAsync("support", "describe_trusted_advisor_check_result", $$"""{"checkId": "{{check!["id"]}}"}""", region: Region))["result"]!;
            if (result["flaggedResources"]!.AsArray() is { Count: > 0 } flagged)
            {
                found.Add(((string)check["name"]!, (string)result["status"]!, flagged.Count));
            }
        }

        Assert.Equal(12, checks.Count);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found.Order());
    }

    [Fact]
    public async Task Summaries_come_for_many_checks_at_once()
    {
        var checks = (await CallAsync("support", "describe_trusted_advisor_checks", """{"language": "en"}""", region: Region))["checks"]!.AsArray();

        var answer = await CallAsync(
            "support", "describe_trusted_advisor_check_summaries", $$"""{"checkIds": [{{string.Join(',', checks.Select(check => $"\"{check!["id"]}\""))}}]}""", region: Region);

        Assert.Equal(
            Document().GetProperty("trusted_advisor").GetArrayLength(), answer["summaries"]!.AsArray().Count(summary => (bool)summary!["hasFlaggedResources"]!));
    }

    [Fact]
    public async Task Resolved_cases_come_only_when_they_are_asked_for()
    {
        var all = await PagesAsync("support", "describe_cases", "cases", """{"includeResolvedCases": true, "maxResults": 10}""", "nextToken", region: Region);
        var open = await CallAsync("support", "describe_cases", """{"includeCommunications": false}""", region: Region);
        var recent = await CallAsync("support", "describe_cases", """{"includeResolvedCases": true, "afterTime": "2026-10-01"}""", region: Region);

        Assert.Contains(all, asked => (string?)asked["status"] == "resolved");
        Assert.DoesNotContain(open["cases"]!.AsArray(), asked => (string?)asked!["status"] == "resolved");
        Assert.InRange(recent["cases"]!.AsArray().Count, 1, all.Count - 1);
    }

    [Fact]
    public async Task The_basic_plan_has_neither()
    {
        var checks = await FailAsync("support", "describe_trusted_advisor_checks", """{"language": "en"}""", Cloud.Restricted, Region);
        var cases = await FailAsync("support", "describe_cases", account: Cloud.Restricted, region: Region);

        Assert.Equal(("SubscriptionRequiredException", 400), (checks.Code, checks.Status));
        Assert.Equal("SubscriptionRequiredException", cases.Code);
    }
}
