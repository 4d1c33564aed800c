using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Amazon CloudWatch Application Signals: the services that it has discovered.</summary>
internal static class ApplicationSignalsApi
{
    private static readonly string[] Metrics = ["Latency", "Error", "Fault"];

    public static ApiService Service { get; } = new("application-signals", ApiProtocol.RestJson,
    [
        ApiOperation.Paged(
            "ListServices", ["StartTime", "EndTime", "MaxResults", "NextToken", "IncludeLinkedAccounts", "AwsAccountId"],
            new ApiPaging("ServiceSummaries") { Usual = 50 }, Services, Period, "GET /services"),
    ]);

    private static JsonObject Period(ApiCall call)
    {
        var (start, end) = (Instant(call, "StartTime"), Instant(call, "EndTime"));
        return start >= end
            ? throw call.BadInput("StartTime must be before EndTime")
            // Both are rounded to the hour.
            : new JsonObject { ["StartTime"] = Hour(start), ["EndTime"] = Hour(end.AddMinutes(59)) };
    }

    private static IEnumerable<JsonNode?> Services(ApiCall call) => call.Estate is not { } estate ? [] : ObservedServices.All(estate).Select(service => new JsonObject
    {
        ["KeyAttributes"] = new JsonObject { ["Type"] = "Service", ["Name"] = service.Name, ["Environment"] = service.Environment },
        ["AttributeMaps"] = Wire.List([new JsonObject { ["PlatformType"] = service.Platform, ["Application"] = call.Account.Slug }]),
        ["MetricReferences"] = Wire.List(Metrics.Select(metric => new JsonObject
        {
            ["Namespace"] = "ApplicationSignals",
            ["MetricType"] = metric,
            ["Dimensions"] = Wire.List([new JsonObject { ["Name"] = "Service", ["Value"] = service.Name }, new JsonObject { ["Name"] = "Environment", ["Value"] = service.Environment }]),
            ["MetricName"] = metric,
            ["AccountId"] = call.Account.Id,
        })),
    });

    private static DateTimeOffset Instant(ApiCall call, string name) => call.Input.Instant(name) ?? throw call.BadInput($"{name} is missing");

    private static JsonNode? Hour(DateTimeOffset instant) => Wire.Epoch(DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 3600 * 3600));
}
