using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Operations;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class SupportCasesTests
{
    [Fact]
    public async Task Cases_of_all_pages_are_listed_resolved_ones_too()
    {
        var calls = new CannedCalls().Answer("DescribeCases", Page(",\"nextToken\":\"t\"", "c1", "opened"), First).Answer("DescribeCases", Page("", "c2", "resolved"), Later);
        var collected = await Collected.RunAsync(SupportCases.Collector, calls);
        JsonAssert.Equal(
            """
            {"case_id":"c2","display_id":"1","subject":"Help","status":"resolved","severity_code":"low","service_code":"ec2","category_code":"other",
             "time_created":"2026-01-07T10:00:00.123+00:00","submitted_by":"someone@example.com","language":"en","date_from":"2026-05-03","date_to":"2026-05-04"}
            """,
            collected.Rows("support_tickets")[1]);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("support_tickets").Status, collected.Ended("support_tickets").Items));
        Assert.All(collected.Calls, call => Assert.True((bool?)call.Input["includeResolvedCases"]));
    }

    [Fact]
    public async Task Without_contacts_nobody_is_named()
    {
        var options = new CollectOptions { IncludeContacts = false };
        var collected = await Collected.RunAsync(SupportCases.Collector, new CannedCalls().Answer("DescribeCases", Page("", "c1", "opened")), options);
        Assert.DoesNotContain("someone", collected.Document.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Help", collected.Document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("DescribeCases", Page(",\"nextToken\":\"t\"", "c1", "opened"), First).Fail("DescribeCases", AwsErrorKind.Failed, "InternalServerError", Later);
        var collected = await Collected.RunAsync(SupportCases.Collector, calls);
        Assert.Single(collected.Rows("support_tickets"));
        Assert.Equal(CoverageStatus.Failed, collected.Ended("support_tickets").Status);
    }

    [Fact]
    public async Task Without_a_support_plan_it_is_not_enabled()
    {
        var calls = new CannedCalls().Fail("DescribeCases", AwsErrorKind.NotEnabled, "SubscriptionRequiredException");
        Assert.Equal(CoverageStatus.NotEnabled, (await Collected.RunAsync(SupportCases.Collector, calls)).Ended("support_tickets").Status);
    }

    private static string Page(string more, string id, string status) =>
        $$$"""
        {"cases":[{"caseId":"{{{id}}}","displayId":"1","subject":"Help","status":"{{{status}}}","serviceCode":"ec2","categoryCode":"other","severityCode":"low",
          "submittedBy":"someone@example.com","timeCreated":"2026-01-07T10:00:00.123Z"}]{{{more}}}}
        """;

    private static bool First(JsonObject input) => !input.ContainsKey("nextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("nextToken");
}
