using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class CloudTrailTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Trails_are_those_of_the_document()
    {
        var expected = Document().GetProperty("security").GetProperty("cloudtrail").EnumerateArray()
            .Select(row => $"{row.GetProperty("arn")}|{row.GetProperty("s3_bucket")}|{row.GetProperty("is_multi_region").GetBoolean()}|{row.GetProperty("is_logging").GetBoolean()}|{row.GetProperty("start_logging_time").GetDateTimeOffset().ToUnixTimeMilliseconds()}").ToList();

        var found = new List<string>();
        foreach (var trail in (await CallAsync("cloudtrail", "describe_trails"))["trailList"]!.AsArray())
        {
            var status = await CallAsync("cloudtrail", "get_trail_status", $$"""{"Name": "{{trail!["TrailARN"]}}"}""");
            found.Add($"{trail["TrailARN"]}|{trail["S3BucketName"]}|{(bool)trail["IsMultiRegionTrail"]!}|{(bool)status["IsLogging"]!}|{DateTimeOffset.Parse((string)status["StartLoggingTime"]!, null).ToUnixTimeMilliseconds()}");
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task The_trail_of_all_Regions_casts_its_shadow_everywhere()
    {
        var shadow = await CallAsync("cloudtrail", "describe_trails", region: "sa-east-1");
        var own = await CallAsync("cloudtrail", "describe_trails", """{"includeShadowTrails": false}""", region: "sa-east-1");
        var byName = await FailAsync("cloudtrail", "get_trail_status", """{"Name": "org-activity"}""", region: "sa-east-1");

        Assert.Equal(Home, (string?)Assert.Single(shadow["trailList"]!.AsArray())!["HomeRegion"]);
        Assert.Empty(own["trailList"]!.AsArray());
        Assert.Equal("TrailNotFoundException", byName.Code);
    }

    [Fact]
    public async Task Events_come_newest_first_and_page_by_page()
    {
        var events = await PagesAsync("cloudtrail", "lookup_events", "Events", """{"StartTime": "2026-11-10T00:00:00Z", "EndTime": "2026-11-18T00:00:00Z", "MaxResults": 50}""");
        var chosen = await CallAsync("cloudtrail", "lookup_events", """{"LookupAttributes": [{"AttributeKey": "EventName", "AttributeValue": "ConsoleLogin"}]}""");
        var wrong = await FailAsync("cloudtrail", "lookup_events", """{"StartTime": "2026-11-17T00:00:00Z", "EndTime": "2026-11-16T00:00:00Z"}""");

        var times = events.Select(done => DateTimeOffset.Parse((string)done["EventTime"]!, null)).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(chosen["Events"]!.AsArray(), done => Assert.Equal("ConsoleLogin", (string?)JsonNode.Parse((string)done!["CloudTrailEvent"]!)!["eventName"]));
        Assert.Equal("InvalidTimeRangeException", wrong.Code);
    }
}
