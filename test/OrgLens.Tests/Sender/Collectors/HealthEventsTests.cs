using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Operations;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class HealthEventsTests
{
    [Fact]
    public async Task Open_and_recently_closed_events_are_listed_with_what_they_affect()
    {
        var collected = await Collected.RunAsync(HealthEvents.Collector, Entities(Details(Events())));
        var rows = collected.Rows("health");
        Assert.Equal(["e1", "e2", "e3"], rows.Select(row => (string?)row!["arn"]));
        JsonAssert.Equal(
            """
            {"arn":"e2","service":"EC2","event_type_code":"T","event_type_category":"issue","region":"eu-west-1","availability_zone":null,
             "start_time":"2026-01-07T10:00:00+00:00","end_time":null,"last_updated_time":"2026-01-07T10:00:00.5+00:00","status_code":"open",
             "event_scope_code":"ACCOUNT_SPECIFIC","description":"text of e2","affected_entities":[
               {"value":"i-1","status_code":"IMPAIRED","last_updated_time":"2026-01-07T10:00:00+00:00"},
               {"value":"i-2","status_code":"IMPAIRED","last_updated_time":"2026-01-07T10:00:00+00:00"}]}
            """,
            rows[1]);
        Assert.Equal(CoverageStatus.Complete, collected.Ended("health").Status);
        var closed = Assert.Single(collected.Calls, call => call.Operation == "DescribeEvents" && IsClosed(call.Input));
        JsonAssert.Equal("""{"eventStatusCodes":["closed"],"lastUpdatedTimes":[{"from":1777248000}]}""", closed.Input["filter"]);
    }

    [Fact]
    public async Task Events_stay_when_a_later_page_or_their_details_fail()
    {
        var calls = new CannedCalls().Answer("DescribeEvents", Page(",\"nextToken\":\"more\"", "e1"), First).Fail("DescribeEvents", AwsErrorKind.Failed, "InvalidPaginationToken", Later)
            .Fail("DescribeEventDetails", AwsErrorKind.DeniedByPolicy, "AccessDeniedException").Fail("DescribeAffectedEntities", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");
        var collected = await Collected.RunAsync(HealthEvents.Collector, calls);
        Assert.Null(Assert.Single(collected.Rows("health"))!["description"]);
        Assert.Equal((CoverageStatus.Failed, "health:DescribeEvents InvalidPaginationToken"), (collected.Ended("health").Status, collected.Ended("health").Error));
    }

    [Fact]
    public async Task An_event_whose_details_are_refused_is_a_gap()
    {
        var calls = Entities(Events()).Answer("DescribeEventDetails", """{"successfulSet":[],"failedSet":[{"eventArn":"e1","errorName":"AccessDenied","errorMessage":"m"}]}""");
        var collected = await Collected.RunAsync(HealthEvents.Collector, calls);
        Assert.Equal(3, collected.Rows("health").Count);
        Assert.Equal((CoverageStatus.Failed, "health:DescribeEventDetails AccessDenied (3 times)"), (collected.Ended("health").Status, collected.Ended("health").Error));
    }

    [Fact]
    public async Task Without_a_support_plan_it_is_not_enabled()
    {
        var calls = new CannedCalls().Fail("DescribeEvents", AwsErrorKind.NotEnabled, "SubscriptionRequiredException");
        Assert.Equal(CoverageStatus.NotEnabled, (await Collected.RunAsync(HealthEvents.Collector, calls)).Ended("health").Status);
    }

    private static CannedCalls Events() => new CannedCalls()
        .Answer("DescribeEvents", Page(",\"nextToken\":\"more\"", "e1"), input => First(input) && !IsClosed(input))
        .Answer("DescribeEvents", Page("", "e2"), input => Later(input) && !IsClosed(input))
        .Answer("DescribeEvents", Page("", "e3"), IsClosed);

    private static CannedCalls Details(CannedCalls calls) => Detail(Detail(Detail(calls, "e1"), "e2"), "e3");

    private static CannedCalls Detail(CannedCalls calls, string arn) => calls.Answer(
        "DescribeEventDetails",
        $$$"""{"successfulSet":[{"event":{"arn":"{{{arn}}}"},"eventDescription":{"latestDescription":"text of {{{arn}}}"}}],"failedSet":[]}""",
        input => (string?)input["eventArns"]![0] == arn);

    private static CannedCalls Entities(CannedCalls calls) => calls
        .Answer("DescribeAffectedEntities", Entity("e2", "i-1", ",\"nextToken\":\"more\""), input => First(input) && IsOf(input, "e2"))
        .Answer("DescribeAffectedEntities", Entity("e2", "i-2", ""), input => Later(input) && IsOf(input, "e2"))
        .Answer("DescribeAffectedEntities", """{"entities":[]}""", input => !IsOf(input, "e2"));

    private static string Page(string more, string arn) =>
        $$$"""
        {"events":[{"arn":"{{{arn}}}","service":"EC2","eventTypeCode":"T","eventTypeCategory":"issue","region":"eu-west-1","startTime":1767780000,
          "lastUpdatedTime":1767780000.5,"statusCode":"open","eventScopeCode":"ACCOUNT_SPECIFIC"}]{{{more}}}}
        """;

    private static string Entity(string arn, string value, string more) =>
        $$$"""{"entities":[{"eventArn":"{{{arn}}}","entityValue":"{{{value}}}","statusCode":"IMPAIRED","lastUpdatedTime":1767780000}]{{{more}}}}""";

    private static bool First(JsonObject input) => !input.ContainsKey("nextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("nextToken");

    private static bool IsOf(JsonObject input, string arn) => (string?)input["filter"]!["eventArns"]![0] == arn;

    private static bool IsClosed(JsonObject input) => (string?)input["filter"]?["eventStatusCodes"]?[0] == "closed";
}
