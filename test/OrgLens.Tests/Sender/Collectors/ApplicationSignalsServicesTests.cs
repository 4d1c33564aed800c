using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Operations;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class ApplicationSignalsServicesTests
{
    private const string FirstPage = """{"ServiceSummaries":[{"KeyAttributes":{"Type":"Service","Name":"shop","Environment":"eks:prod/web"},"MetricReferences":[]}],"NextToken":"t"}""";

    [Fact]
    public async Task Services_of_all_pages_are_listed_by_name_and_environment()
    {
        var calls = new CannedCalls().Answer("ListServices", FirstPage, First)
            .Answer("ListServices", """{"ServiceSummaries":[{"KeyAttributes":{"Type":"AWS::Resource","ResourceType":"AWS::SQS::Queue","Identifier":"q"},"MetricReferences":[]}]}""", Later);
        var collected = await Collected.RunAsync(ApplicationSignalsServices.Collector, calls);
        JsonAssert.Equal(
            """
            [{"region":"eu-west-1","service_name":"shop","namespace":"eks:prod/web","key_attributes":{"Type":"Service","Name":"shop","Environment":"eks:prod/web"}},
             {"region":"eu-west-1","service_name":"q","namespace":null,"key_attributes":{"Type":"AWS::Resource","ResourceType":"AWS::SQS::Queue","Identifier":"q"}}]
            """,
            collected.Rows("application"));
        Assert.Equal(CoverageStatus.Complete, collected.Ended("application").Status);
        JsonAssert.Equal("""{"StartTime":"2026-05-03T00:00:00Z","EndTime":"2026-05-04T00:00:00Z","MaxResults":100}""", collected.Calls[0].Input);
    }

    [Fact]
    public async Task A_month_is_asked_for_its_last_day()
    {
        var calls = new CannedCalls().Answer("ListServices", """{"ServiceSummaries":[]}""");
        var collected = await Collected.RunAsync([ApplicationSignalsServices.Collector], calls, ["eu-west-1"], window: CollectionWindow.Monthly(new DateOnly(2026, 5, 20)));
        Assert.Equal("2026-05-19T00:00:00Z", (string?)Assert.Single(collected.Calls).Input["StartTime"]);
        Assert.Equal(CoverageStatus.Empty, collected.Ended("application").Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("ListServices", FirstPage, First).Fail("ListServices", AwsErrorKind.Throttled, "ThrottlingException", Later);
        var collected = await Collected.RunAsync(ApplicationSignalsServices.Collector, calls);
        Assert.Single(collected.Rows("application"));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("application").Status);
    }

    private static bool First(JsonObject input) => !input.ContainsKey("NextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("NextToken");
}
