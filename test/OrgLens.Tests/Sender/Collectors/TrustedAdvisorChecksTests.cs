using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Operations;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class TrustedAdvisorChecksTests
{
    [Fact]
    public async Task Checks_that_warn_now_are_listed_however_old_their_refresh_is()
    {
        var calls = new CannedCalls()
            .Answer(
                "DescribeTrustedAdvisorChecks",
                """
                {"checks":[{"id":"a","name":"Idle","description":"<b>Stop it</b>","category":"cost_optimizing","metadata":[]},
                  {"id":"b","name":"Fine","description":"d","category":"security","metadata":[]},{"id":"c","name":"Open","description":"d","category":"security","metadata":[]}]}
                """,
                input => (string?)input["language"] == "en")
            .Answer(
                "DescribeTrustedAdvisorCheckSummaries",
                """
                {"summaries":[
                  {"checkId":"c","timestamp":"2026-01-01T00:00:00Z","status":"error","hasFlaggedResources":true,"resourcesSummary":{"resourcesFlagged":2},"categorySpecificSummary":{}},
                  {"checkId":"b","timestamp":"2026-05-03T00:00:00Z","status":"ok","resourcesSummary":{"resourcesFlagged":0},"categorySpecificSummary":{}},
                  {"checkId":"a","timestamp":"2026-05-03T00:00:00Z","status":"warning","resourcesSummary":{"resourcesFlagged":1},
                   "categorySpecificSummary":{"costOptimizing":{"estimatedMonthlySavings":12.5,"estimatedPercentMonthlySavings":0.1}}}]}
                """);
        var collected = await Collected.RunAsync(TrustedAdvisorChecks.Collector, calls);
        JsonAssert.Equal(
            """
            [{"check_name":"Idle","category":"cost_optimizing","severity":"warning","recommendation":"<b>Stop it</b>","affected_resources_count":1,
              "potential_savings":12.5,"timestamp":"2026-05-03T00:00:00+00:00"},
             {"check_name":"Open","category":"security","severity":"error","recommendation":"d","affected_resources_count":2,
              "potential_savings":null,"timestamp":"2026-01-01T00:00:00+00:00"}]
            """,
            collected.Rows("trusted_advisor"));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("trusted_advisor").Status, collected.Ended("trusted_advisor").Calls));
        Assert.All(collected.Calls, call => Assert.Equal("us-east-1", call.Region));
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_the_others()
    {
        var calls = new CannedCalls().Answer("DescribeTrustedAdvisorChecks", Checks(150))
            .Answer(
                "DescribeTrustedAdvisorCheckSummaries",
                """{"summaries":[{"checkId":"7","timestamp":"2026-05-03T00:00:00Z","status":"warning","resourcesSummary":{"resourcesFlagged":1}}]}""",
                input => input["checkIds"]!.AsArray().Count == 100)
            .Fail("DescribeTrustedAdvisorCheckSummaries", AwsErrorKind.Throttled, "ThrottlingException", input => input["checkIds"]!.AsArray().Count == 50);
        var collected = await Collected.RunAsync(TrustedAdvisorChecks.Collector, calls);
        Assert.Equal("Check 7", (string?)Assert.Single(collected.Rows("trusted_advisor"))!["check_name"]);
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("trusted_advisor").Status);
    }

    [Fact]
    public async Task Without_a_support_plan_it_is_not_enabled()
    {
        var calls = new CannedCalls().Fail("DescribeTrustedAdvisorChecks", AwsErrorKind.NotEnabled, "SubscriptionRequiredException");
        Assert.Equal(CoverageStatus.NotEnabled, (await Collected.RunAsync(TrustedAdvisorChecks.Collector, calls)).Ended("trusted_advisor").Status);
    }

    private static string Checks(int count) => new JsonObject
    {
        ["checks"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture), ["name"] = $"Check {number}", ["description"] = "d", ["category"] = "security",
        })]),
    }.ToJsonString();
}
