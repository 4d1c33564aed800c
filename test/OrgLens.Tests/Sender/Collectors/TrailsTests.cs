using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class TrailsTests
{
    private const string Name = "security.cloudtrail";

    private const string Status = """{"IsLogging":true,"LatestDeliveryTime":1777870800.5,"StartLoggingTime":1767780000}""";

    private static readonly string Own = Trail("own", "eu-west-1");

    [Fact]
    public async Task Trails_of_the_Region_are_listed_with_their_status_and_the_Region_s_activity()
    {
        var calls = new CannedCalls().Answer("DescribeTrails", Listed(Own, Trail("elsewhere", "us-east-1"))).Answer("GetTrailStatus", Status)
            .Answer("LookupEvents", """{"Events":[{"EventId":"e1"},{"EventId":"e2"}],"NextToken":"more"}""");
        var collected = await Collected.RunAsync(Trails.Collector, calls);
        JsonAssert.Equal(
            """
            [{"region":"eu-west-1","name":"own","arn":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/own","is_logging":true,"is_multi_region":true,
              "include_global_events":true,"s3_bucket":"logs","kms_key_id":"arn:aws:kms:eu-west-1:111122223333:key/k1","log_file_validation":true,
              "recent_events_count":2,"latest_delivery_time":"2026-05-04T05:00:00.5+00:00","start_logging_time":"2026-01-07T10:00:00+00:00","stop_logging_time":null}]
            """,
            collected.Rows(Name));
        var lookup = Assert.Single(calls.Made, call => call.Operation == "LookupEvents");
        JsonAssert.Equal("""{"StartTime":1777766400,"EndTime":1777852800,"MaxResults":50}""", lookup.Input);
        Assert.Equal((CoverageStatus.Complete, 1, 3), (collected.Ended(Name).Status, collected.Ended(Name).Items, collected.Ended(Name).Calls));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task A_trail_of_several_Regions_is_listed_once()
    {
        var calls = new CannedCalls().Answer("DescribeTrails", Listed(Own)).Answer("GetTrailStatus", Status).Answer("LookupEvents", """{"Events":[]}""");
        var collected = await Collected.RunAsync([Trails.Collector], calls, ["eu-central-1", "eu-west-1"]);
        Assert.Equal("eu-west-1", (string?)Assert.Single(collected.Rows(Name))!["region"]);
        Assert.Equal((CoverageStatus.Empty, 1), (collected.Ended(Name, "eu-central-1").Status, collected.Ended(Name, "eu-central-1").Calls));
    }

    [Fact]
    public async Task The_home_of_a_trail_that_does_not_say_is_in_its_name()
    {
        var calls = new CannedCalls().Answer("DescribeTrails", """{"trailList":[{"Name":"own","TrailARN":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/own"}]}""")
            .Answer("GetTrailStatus", Status).Answer("LookupEvents", """{"Events":[]}""");
        Assert.Single((await Collected.RunAsync(Trails.Collector, calls)).Rows(Name));
    }

    [Theory]
    [InlineData(AwsErrorKind.DeniedByPolicy, "AccessDeniedException", CoverageStatus.DeniedIam)]
    [InlineData(AwsErrorKind.NotFound, "TrailNotFoundException", CoverageStatus.Complete)]
    public async Task A_status_that_is_not_known_is_null_and_the_trail_stays(AwsErrorKind kind, string code, CoverageStatus expected)
    {
        var calls = new CannedCalls().Answer("DescribeTrails", Listed(Own)).Fail("GetTrailStatus", kind, code).Answer("LookupEvents", """{"Events":[]}""");
        var collected = await Collected.RunAsync(Trails.Collector, calls);
        var row = Assert.Single(collected.Rows(Name))!;
        Assert.Null(row["is_logging"]);
        Assert.Equal(0, (int?)row["recent_events_count"]);
        Assert.Equal(expected, collected.Ended(Name).Status);
    }

    [Fact]
    public async Task Activity_that_is_not_known_is_null()
    {
        var calls = new CannedCalls().Answer("DescribeTrails", Listed(Own)).Answer("GetTrailStatus", Status).Fail("LookupEvents", AwsErrorKind.Throttled, "ThrottlingException");
        var collected = await Collected.RunAsync(Trails.Collector, calls);
        Assert.Null(Assert.Single(collected.Rows(Name))!["recent_events_count"]);
        Assert.Equal((CoverageStatus.Throttled, "cloudtrail:LookupEvents ThrottlingException"), (collected.Ended(Name).Status, collected.Ended(Name).Error));
    }

    [Fact]
    public async Task Where_trails_cannot_be_listed_nothing_is_claimed()
    {
        var calls = new CannedCalls().Fail("DescribeTrails", AwsErrorKind.DeniedByScp, "AccessDeniedException");
        Assert.Equal(CoverageStatus.DeniedScp, (await Collected.RunAsync(Trails.Collector, calls)).Ended(Name).Status);
    }

    private static string Listed(params string[] trails) => $$"""{"trailList":[{{string.Join(',', trails)}}]}""";

    private static string Trail(string name, string region) =>
        $$"""
        {"Name":"{{name}}","S3BucketName":"logs","IncludeGlobalServiceEvents":true,"IsMultiRegionTrail":true,"HomeRegion":"{{region}}",
         "TrailARN":"arn:aws:cloudtrail:{{region}}:111122223333:trail/{{name}}","LogFileValidationEnabled":true,"KmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/k1"}
        """;
}
