using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Operations;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class ResilienceHubAppsTests
{
    [Fact]
    public async Task Applications_of_all_pages_are_listed_with_what_their_policies_demand()
    {
        var collected = await Collected.RunAsync(ResilienceHubApps.Collector, Details(Apps()));
        Assert.Equal(["a1", "a2"], collected.Rows("resilience_hub").Select(row => (string?)row!["app_arn"]));
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","app_arn":"a1","name":"shop","description":null,"creation_time":"2026-01-07T10:00:00+00:00",
             "last_assessment_time":"2026-01-08T10:00:00+00:00","compliance_status":"PolicyMet","resiliency_score":0.75,"status":"Active","rpo":300,"rto":600,
             "estimated_rpo":60,"estimated_rto":120,"last_drill":null,"cost":1460.0}
            """,
            collected.Rows("resilience_hub")[0]);
        Assert.Equal(CoverageStatus.Complete, collected.Ended("resilience_hub").Status);
    }

    [Fact]
    public async Task An_application_that_may_not_be_described_is_listed_without_its_targets()
    {
        var calls = Apps().Fail("DescribeApp", AwsErrorKind.DeniedByScp, "AccessDeniedException").Answer("ListAppAssessments", """{"assessmentSummaries":[]}""");
        var collected = await Collected.RunAsync(ResilienceHubApps.Collector, calls);
        Assert.All(collected.Rows("resilience_hub"), row => Assert.Null(row!["rpo"]));
        Assert.Equal((CoverageStatus.DeniedScp, 2), (collected.Ended("resilience_hub").Status, collected.Ended("resilience_hub").Items));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = Details(new CannedCalls().Answer("ListApps", App("a1", ",\"nextToken\":\"t\""), First).Fail("ListApps", AwsErrorKind.Throttled, "ThrottlingException", Later));
        var collected = await Collected.RunAsync(ResilienceHubApps.Collector, calls);
        Assert.Single(collected.Rows("resilience_hub"));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("resilience_hub").Status);
    }

    [Fact]
    public async Task A_Region_without_the_service_is_no_gap()
    {
        var calls = new CannedCalls().Fail("ListApps", AwsErrorKind.RegionDisabled, "EndpointNotFound");
        Assert.False((await Collected.RunAsync(ResilienceHubApps.Collector, calls)).Ended("resilience_hub").Status.IsGap());
    }

    private static CannedCalls Apps() => new CannedCalls().Answer("ListApps", App("a1", ",\"nextToken\":\"t\""), First).Answer("ListApps", App("a2", ""), Later);

    private static CannedCalls Details(CannedCalls calls) => calls
        .Answer("DescribeApp", """{"app":{"appArn":"a","policyArn":"p","creationTime":1767780000,"name":"shop"}}""")
        .Answer("DescribeResiliencyPolicy", """{"policy":{"policy":{"AZ":{"rpoInSecs":300,"rtoInSecs":600},"Software":{"rpoInSecs":1,"rtoInSecs":2}}}}""", input => (string?)input["policyArn"] == "p")
        .Answer(
            "ListAppAssessments",
            """{"assessmentSummaries":[{"assessmentArn":"x","assessmentStatus":"Success","cost":{"amount":2.0,"currency":"USD","frequency":"Hourly"}}]}""",
            input => (bool?)input["reverseOrder"] == true);

    private static string App(string arn, string more) =>
        $$$"""
        {"appSummaries":[{"appArn":"{{{arn}}}","name":"shop","creationTime":1767780000,"lastAppComplianceEvaluationTime":1767866400,"complianceStatus":"PolicyMet",
          "resiliencyScore":0.75,"status":"Active","rpoInSecs":60,"rtoInSecs":120}]{{{more}}}}
        """;

    private static bool First(JsonObject input) => !input.ContainsKey("nextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("nextToken");
}
