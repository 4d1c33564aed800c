using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>
/// Trails, each in its home Region: those of all Regions and of the organization are shown in every Region, and would be asked for and
/// stored as many times. With them, how many events the Region's history has for the window, 50 standing for any more.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html</remarks>
internal static class Trails
{
    private static readonly AwsOperation DescribeTrails = AwsServices.CloudTrail.Operation("DescribeTrails");

    private static readonly AwsOperation GetTrailStatus = AwsServices.CloudTrail.Operation("GetTrailStatus");

    // Two calls a second and 50 events a call: the first page says whether there is activity, all of them would take hours.
    private static readonly AwsOperation LookupEvents = AwsServices.CloudTrail.Operation("LookupEvents");

    // An organization's trail, of which member accounts are told that it exists, but not how it does.
    private static readonly string[] NotOurs = ["TrailNotFoundException"];

    public static readonly Collector Collector = new("security.cloudtrail")
    {
        Operations = [DescribeTrails, GetTrailStatus, LookupEvents],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var answer = await run.CallAsync(DescribeTrails, new JsonObject { ["includeShadowTrails"] = true }, cancellationToken);
        var listed = answer.List("trailList");
        if (listed.Any(trail => HomeOf(trail) is null))
        {
            run.Missing(DescribeTrails, "HomeRegion");
        }

        var trails = listed.Where(trail => HomeOf(trail) == run.Region).ToList();
        if (trails.Count == 0)
        {
            return;
        }

        var events = await CountEventsAsync(run, cancellationToken);
        await foreach (var (trail, status) in run.SelectAsync(trails.ToAsyncEnumerable(), (trail, ct) => DescribeAsync(run, trail, ct), cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("name", trail.Text("Name"));
                row.Text("arn", trail.Text("TrailARN"));
                row.Flag("is_logging", status.Flag("IsLogging"));
                row.Flag("is_multi_region", trail.Flag("IsMultiRegionTrail"));
                row.Flag("include_global_events", trail.Flag("IncludeGlobalServiceEvents"));
                row.Text("s3_bucket", trail.Text("S3BucketName"));
                row.Text("kms_key_id", trail.Text("KmsKeyId"));
                row.Flag("log_file_validation", trail.Flag("LogFileValidationEnabled"));
                row.Number("recent_events_count", events);
                row.Instant("latest_delivery_time", status.Instant("LatestDeliveryTime"));
                row.Instant("start_logging_time", status.Instant("StartLoggingTime"));
                row.Instant("stop_logging_time", status.Instant("StopLoggingTime"));
            });
        }
    }

    private static string? HomeOf(AwsValue trail) => trail.Text("HomeRegion") ?? trail.Text("TrailARN")?.Split(':').ElementAtOrDefault(3);

    private static async Task<int?> CountEventsAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["StartTime"] = run.Window.StartInstant.ToUnixTimeSeconds(),
            ["EndTime"] = run.Window.EndInstant.ToUnixTimeSeconds(),
            ["MaxResults"] = 50,
        };
        return (await run.TryCallAsync(LookupEvents, input, [], cancellationToken))?.List("Events").Count;
    }

    private static async Task<(AwsValue Trail, AwsValue Status)> DescribeAsync(CollectorRun run, AwsValue trail, CancellationToken cancellationToken)
    {
        // By its ARN: a name is looked for among the Region's own trails only.
        var status = await run.TryCallAsync(GetTrailStatus, new JsonObject { ["Name"] = trail.Text("TrailARN") }, NotOurs, cancellationToken);
        return (trail, status.GetValueOrDefault());
    }
}
