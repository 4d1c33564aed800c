using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS CloudTrail: trails, of which one shows in every Region, and events of the last 90 days.</summary>
internal static class CloudTrailApi
{
    public static ApiService Service { get; } = new("cloudtrail", ApiProtocol.Json11,
    [
        ApiOperation.Single("DescribeTrails", ["trailNameList", "includeShadowTrails"], Trails),
        ApiOperation.Single("GetTrailStatus", ["Name"], Status),
        ApiOperation.Paged(
            "LookupEvents", ["LookupAttributes", "StartTime", "EndTime", "EventCategory", "MaxResults", "NextToken"], new ApiPaging("Events") { Maximum = 50 }, Events),
    ])
    {
        TargetPrefix = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
        BadToken = "InvalidNextTokenException",
    };

    private static JsonObject Trails(ApiCall call)
    {
        var (names, withShadows) = (call.Input.Texts("trailNameList"), call.Input.Text("includeShadowTrails") != "false");
        return new JsonObject
        {
            ["trailList"] = Wire.List(All(call)
                .Where(trail => withShadows || trail.HomeRegion == call.Region)
                .Where(trail => names.Count == 0 || names.Contains(trail.Name) || names.Contains(trail.Arn(call.Account)))
                .Select(trail => new JsonObject
                {
                    ["Name"] = trail.Name,
                    ["S3BucketName"] = call.Home.Storage.BucketName(1),
                    ["IncludeGlobalServiceEvents"] = true,
                    ["IsMultiRegionTrail"] = trail.IsMultiRegion,
                    ["HomeRegion"] = trail.HomeRegion,
                    ["TrailARN"] = trail.Arn(call.Account),
                    ["LogFileValidationEnabled"] = trail.IsMultiRegion,
                    ["KmsKeyId"] = trail.IsMultiRegion ? $"arn:aws:kms:{trail.HomeRegion}:{call.Account.Id}:key/{call.Account.Stream.Child("trail-key").Uuid()}" : null,
                    ["HasCustomEventSelectors"] = !trail.IsMultiRegion,
                    ["HasInsightSelectors"] = false,
                    ["IsOrganizationTrail"] = false,
                })),
        };
    }

    private static JsonObject Status(ApiCall call)
    {
        var name = call.Required("Name");
        // In another Region than its own, a trail answers to its ARN only.
        var trail = All(call).FirstOrDefault(trail => trail.Arn(call.Account) == name || (trail.Name == name && trail.HomeRegion == call.Region))
            ?? throw new ApiException("TrailNotFoundException", $"Unknown trail: {name} for the user: {call.Account.Id}");
        var stopped = trail.StoppedAt(call.Yesterday);
        return new JsonObject
        {
            ["IsLogging"] = trail.IsLogging,
            ["LatestDeliveryTime"] = Wire.Epoch(call.World.Plan.Rows is null ? call.Today.Midnight().AddHours(1).AddSeconds(21) : trail.StartedAt),
            ["StartLoggingTime"] = Wire.Epoch(trail.StartedAt),
            ["StopLoggingTime"] = Wire.Epoch(stopped),
            ["LatestDeliveryAttemptTime"] = Wire.Iso(call.Today.Midnight().AddHours(1)),
            ["TimeLoggingStarted"] = Wire.Iso(trail.StartedAt),
            ["TimeLoggingStopped"] = stopped is { } instant ? Wire.Iso(instant) : "",
        };
    }

    private static IEnumerable<JsonNode?> Events(ApiCall call)
    {
        var end = call.Input.Instant("EndTime") is { } until && until < call.Now ? until : call.Now;
        var start = call.Input.Instant("StartTime") is { } from && from > call.Now.AddDays(-ActivityLog.Retention) ? from : call.Now.AddDays(-ActivityLog.Retention);
        if (start > end)
        {
            throw new ApiException("InvalidTimeRangeException", "The start time must not be after the end time.");
        }

        var attributes = call.Input.Children("LookupAttributes");
        if (call.Estate is not { } estate)
        {
            return [];
        }

        var last = DateOnly.FromDateTime(end.UtcDateTime);
        return Enumerable.Range(0, last.DayNumber - DateOnly.FromDateTime(start.UtcDateTime).DayNumber + 1)
            .SelectMany(age => ActivityLog.On(estate, last.AddDays(-age)))
            .Where(done => done.At >= start && done.At <= end && attributes.All(attribute => Holds(done, attribute)))
            .Select(done => Describe(call, done));
    }

    private static JsonObject Describe(ApiCall call, ManagementEvent done) => new()
    {
        ["EventId"] = done.Id,
        ["EventName"] = done.Name,
        ["ReadOnly"] = done.IsReadOnly ? "true" : "false",
        ["EventTime"] = Wire.Epoch(done.At),
        ["EventSource"] = done.Source,
        ["Username"] = done.User,
        ["Resources"] = done.ResourceName is null ? new JsonArray() : Wire.List([new JsonObject { ["ResourceType"] = done.ResourceType, ["ResourceName"] = done.ResourceName }]),
        ["CloudTrailEvent"] = Encoding.UTF8.GetString(JsonText.Write(new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["accountId"] = call.Account.Id, ["userName"] = done.User },
            ["eventTime"] = done.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            ["eventSource"] = done.Source,
            ["eventName"] = done.Name,
            ["awsRegion"] = call.Region,
            ["eventID"] = done.Id,
            ["readOnly"] = done.IsReadOnly,
            ["recipientAccountId"] = call.Account.Id,
        })),
    };

    private static bool Holds(ManagementEvent done, ApiInput attribute) => attribute.Text("AttributeValue") == attribute.Text("AttributeKey") switch
    {
        "EventId" => done.Id,
        "EventName" => done.Name,
        "EventSource" => done.Source,
        "Username" => done.User,
        "ResourceType" => done.ResourceType ?? "",
        "ResourceName" => done.ResourceName ?? "",
        "ReadOnly" => done.IsReadOnly ? "true" : "false",
        _ => throw new ApiException("InvalidLookupAttributesException", $"{attribute.Text("AttributeKey")} is not simulated"),
    };

    /// <summary>The trails of the Region and the one of all Regions, wherever it lives.</summary>
    private static IEnumerable<Trail> All(ApiCall call) => call.Estate is { } estate ? estate.Vault.Trails(call.Today) : call.Home.Vault.Trails(call.Today).Where(trail => trail.IsMultiRegion);
}
