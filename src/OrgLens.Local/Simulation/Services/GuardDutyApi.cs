using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Amazon GuardDuty: one detector in each Region that is in use, and what it has found in 90 days.</summary>
internal static class GuardDutyApi
{
    public static ApiService Service { get; } = new("guardduty", ApiProtocol.RestJson,
    [
        ApiOperation.Paged("ListDetectors", ["maxResults", "nextToken"], Pages("detectorIds"), Detectors, route: "GET /detector"),
        ApiOperation.Single("GetDetector", ["DetectorId"], Detector, "GET /detector/{DetectorId}"),
        ApiOperation.Paged(
            "ListFindings", ["DetectorId", "findingCriteria", "sortCriteria", "maxResults", "nextToken"], Pages("findingIds"), FindingIds, route: "POST /detector/{DetectorId}/findings"),
        ApiOperation.Single("GetFindings", ["DetectorId", "findingIds", "sortCriteria"], Findings, "POST /detector/{DetectorId}/findings/get"),
    ])
    {
        BadInput = "BadRequestException",
    };

    private static ApiPaging Pages(string items) => new(items) { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Maximum = 50 };

    private static IEnumerable<JsonNode?> Detectors(ApiCall call) => call.Estate is { } estate ? [estate.Threats.DetectorId] : [];

    private static JsonObject Detector(ApiCall call)
    {
        var estate = Owned(call);
        var since = Wire.Iso(estate.Census.Origin.AddDays(-300).Midnight());
        return new JsonObject
        {
            ["createdAt"] = since,
            ["updatedAt"] = since,
            ["status"] = "ENABLED",
            ["findingPublishingFrequency"] = "SIX_HOURS",
            ["serviceRole"] = $"arn:aws:iam::{call.Account.Id}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
            ["tags"] = new JsonObject { ["team"] = "security" },
        };
    }

    private static IEnumerable<JsonNode?> FindingIds(ApiCall call)
    {
        var estate = Owned(call);
        var criteria = call.Input.Child("findingCriteria")?.Child("criterion");
        var found = estate.Threats.Known(call.Yesterday).Where(threat => criteria is null || criteria.Names.All(name => Holds(call, threat, name, criteria.Child(name)!))).OrderBy(threat => threat.Id, StringComparer.Ordinal);
        return Sorted(call, found).Select(threat => (JsonNode?)threat.Id);
    }

    private static JsonObject Findings(ApiCall call)
    {
        var estate = Owned(call);
        var wanted = call.Input.Texts("findingIds");
        if (wanted.Count > 50)
        {
            throw call.BadInput("The request is rejected because the number of finding ids is more than 50.");
        }

        return new JsonObject { ["findings"] = Wire.List(Sorted(call, estate.Threats.Known(call.Yesterday).Where(threat => wanted.Contains(threat.Id))).Select(threat => Describe(call, estate, threat))) };
    }

    private static JsonObject Describe(ApiCall call, RegionEstate estate, Threat threat) => new()
    {
        ["schemaVersion"] = "2.0",
        ["accountId"] = call.Account.Id,
        ["region"] = call.Region,
        ["partition"] = "aws",
        ["id"] = threat.Id,
        ["arn"] = estate.Arn("guardduty", $"detector/{estate.Threats.DetectorId}/finding/{threat.Id}"),
        ["type"] = threat.Type,
        ["severity"] = threat.Severity,
        ["title"] = threat.Title,
        ["description"] = threat.Description,
        ["createdAt"] = Wire.Iso(threat.FirstSeenAt),
        ["updatedAt"] = Wire.Iso(threat.LastSeenAt),
        ["resource"] = new JsonObject { ["resourceType"] = threat.Type.Contains("IAMUser", StringComparison.Ordinal) ? "AccessKey" : "Instance" },
        ["service"] = new JsonObject
        {
            ["serviceName"] = "guardduty",
            ["detectorId"] = estate.Threats.DetectorId,
            ["archived"] = IsArchived(call, threat),
            ["count"] = (threat.LastSeenAt - threat.FirstSeenAt).Days + 1,
            ["eventFirstSeen"] = Wire.Iso(threat.FirstSeenAt),
            ["eventLastSeen"] = Wire.Iso(threat.LastSeenAt),
        },
    };

    private static bool Holds(ApiCall call, Threat threat, string name, ApiInput condition)
    {
        var value = name switch
        {
            "id" => threat.Id,
            "type" => threat.Type,
            "region" => call.Region,
            "accountId" => call.Account.Id,
            "severity" => Wire.Number(threat.Severity),
            "createdAt" => Milliseconds(threat.FirstSeenAt),
            "updatedAt" => Milliseconds(threat.LastSeenAt),
            "service.archived" => IsArchived(call, threat) ? "true" : "false",
            _ => throw call.BadInput($"The request is rejected because the criterion {name} is not simulated."),
        };
        return condition.Names.All(comparison => Compare(value, comparison, condition));
    }

    private static bool Compare(string value, string comparison, ApiInput condition) => comparison switch
    {
        "eq" or "equals" => condition.Texts(comparison).Contains(value),
        "neq" or "notEquals" => !condition.Texts(comparison).Contains(value),
        "gt" or "greaterThan" => Number(value) > condition.Number(comparison),
        "gte" or "greaterThanOrEqual" => Number(value) >= condition.Number(comparison),
        "lt" or "lessThan" => Number(value) < condition.Number(comparison),
        "lte" or "lessThanOrEqual" => Number(value) <= condition.Number(comparison),
        _ => false,
    };

    private static IEnumerable<Threat> Sorted(ApiCall call, IEnumerable<Threat> threats)
    {
        var order = call.Input.Child("sortCriteria");
        var isDescending = order?.Text("orderBy") == "DESC";
        return (order?.Text("attributeName"), isDescending) switch
        {
            ("updatedAt" or "service.eventLastSeen", false) => threats.OrderBy(threat => threat.LastSeenAt),
            ("updatedAt" or "service.eventLastSeen", true) => threats.OrderByDescending(threat => threat.LastSeenAt),
            ("severity", false) => threats.OrderBy(threat => threat.Severity),
            ("severity", true) => threats.OrderByDescending(threat => threat.Severity),
            _ => threats,
        };
    }

    // Somebody has a look every other week.
    private static bool IsArchived(ApiCall call, Threat threat) => threat.LastSeenAt < call.Now.AddDays(-14);

    private static RegionEstate Owned(ApiCall call) => call.Estate is { } estate && call.Input.Text("DetectorId") == estate.Threats.DetectorId
        ? estate
        : throw call.BadInput("The request is rejected because the input detectorId is not owned by the current account.");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
