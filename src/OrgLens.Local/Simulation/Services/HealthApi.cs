using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Health: events of the last 90 days, public ones and those of the account.</summary>
internal static class HealthApi
{
    public static ApiService Service { get; } = new("health", ApiProtocol.Json11,
    [
        ApiOperation.Paged("DescribeEvents", ["filter", "nextToken", "maxResults", "locale"], Pages("events"), Events),
        ApiOperation.Single("DescribeEventDetails", ["eventArns", "locale"], Details),
        ApiOperation.Paged("DescribeAffectedEntities", ["filter", "locale", "nextToken", "maxResults"], Pages("entities"), Entities),
    ])
    {
        TargetPrefix = "AWSHealth_20160804",
        BadToken = "InvalidPaginationToken",
    };

    private static ApiPaging Pages(string items) => new(items) { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Minimum = 10 };

    private static IEnumerable<JsonNode?> Events(ApiCall call) =>
        Known(call).Where(notice => call.Input.Child("filter") is not { } filter || filter.Names.All(name => Holds(call, notice, name, filter))).Select(Describe);

    private static JsonObject Details(ApiCall call)
    {
        var arns = call.Input.Texts("eventArns");
        if (arns.Count is 0 or > 10)
        {
            throw call.BadInput("eventArns must have 1 to 10 items");
        }

        var known = Known(call).ToDictionary(notice => notice.Arn);
        return new JsonObject
        {
            ["successfulSet"] = Wire.List(arns.Where(known.ContainsKey).Select(arn => new JsonObject
            {
                ["event"] = Describe(known[arn]),
                ["eventDescription"] = new JsonObject { ["latestDescription"] = $"{known[arn].Code}: {known[arn].Service} in {known[arn].Region}.\n\nPlease review the affected resources." },
            })),
            ["failedSet"] = Wire.List(arns.Where(arn => !known.ContainsKey(arn)).Select(arn => new JsonObject
            {
                ["eventArn"] = arn,
                ["errorName"] = "InvalidEventArn",
                ["errorMessage"] = "The event can't be found.",
            })),
        };
    }

    private static IEnumerable<JsonNode?> Entities(ApiCall call)
    {
        var arns = call.Input.Child("filter")?.Texts("eventArns") ?? [];
        if (arns.Count is 0 or > 10)
        {
            throw call.BadInput("filter.eventArns must have 1 to 10 items");
        }

        var statuses = call.Input.Child("filter")!.Texts("statusCodes");
        return Known(call).Where(notice => arns.Contains(notice.Arn)).SelectMany(notice => HealthCalendar.Entities(notice, call.Account)
            .Where(entity => statuses.Count == 0 || statuses.Contains(entity.Status))
            .Select(entity => new JsonObject
            {
                ["entityArn"] = entity.Arn,
                ["eventArn"] = notice.Arn,
                ["entityValue"] = entity.Value,
                ["awsAccountId"] = call.Account.Id,
                ["lastUpdatedTime"] = Wire.Epoch(notice.UpdatedAt),
                ["statusCode"] = entity.Status,
            }));
    }

    private static IEnumerable<HealthEvent> Known(ApiCall call) => HealthCalendar.Known(call.World.Plan, call.Account, call.Now);

    private static JsonObject Describe(HealthEvent notice) => new()
    {
        ["arn"] = notice.Arn,
        ["service"] = notice.Service,
        ["eventTypeCode"] = notice.Code,
        ["eventTypeCategory"] = notice.Category,
        ["region"] = notice.Region,
        ["startTime"] = Wire.Epoch(notice.StartsAt),
        ["endTime"] = Wire.Epoch(notice.EndsAt),
        ["lastUpdatedTime"] = Wire.Epoch(notice.UpdatedAt),
        ["statusCode"] = notice.Status,
        ["eventScopeCode"] = notice.Scope,
    };

    private static bool Holds(ApiCall call, HealthEvent notice, string name, ApiInput filter) => name switch
    {
        "eventArns" => filter.Texts(name).Contains(notice.Arn),
        "eventTypeCodes" => filter.Texts(name).Contains(notice.Code),
        "eventTypeCategories" => filter.Texts(name).Contains(notice.Category),
        "eventStatusCodes" => filter.Texts(name).Contains(notice.Status),
        "services" => filter.Texts(name).Contains(notice.Service),
        "regions" => filter.Texts(name).Contains(notice.Region),
        "startTimes" => filter.Children(name).Any(range => IsWithin(notice.StartsAt, range)),
        "endTimes" => filter.Children(name).Any(range => notice.EndsAt is { } end && IsWithin(end, range)),
        "lastUpdatedTimes" => filter.Children(name).Any(range => IsWithin(notice.UpdatedAt, range)),
        _ => throw call.BadInput($"The filter {name} is not simulated"),
    };

    private static bool IsWithin(DateTimeOffset instant, ApiInput range) => !(instant < range.Instant("from")) && !(instant > range.Instant("to"));
}
