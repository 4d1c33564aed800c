using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Config;

/// <summary>The recorder of a Region that is in use, and the resources that it has recorded.</summary>
internal static class ConfigRecorder
{
    private const string RecorderName = "default";

    public static JsonObject Recorders(ApiCall call) => new()
    {
        ["ConfigurationRecorders"] = Wire.List(Named(call).Select(estate => new JsonObject
        {
            ["name"] = RecorderName,
            ["roleARN"] = $"arn:aws:iam::{call.Account.Id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
            ["recordingGroup"] = new JsonObject
            {
                ["allSupported"] = true,
                ["includeGlobalResourceTypes"] = estate.Region == call.Account.Regions[0],
                ["resourceTypes"] = new JsonArray(),
                ["recordingStrategy"] = new JsonObject { ["useOnly"] = "ALL_SUPPORTED_RESOURCE_TYPES" },
            },
            ["recordingMode"] = new JsonObject { ["recordingFrequency"] = "CONTINUOUS" },
            ["recordingScope"] = "PAID",
        })),
    };

    public static JsonObject Statuses(ApiCall call) => new()
    {
        ["ConfigurationRecordersStatus"] = Wire.List(Named(call).Select(estate => new JsonObject
        {
            ["name"] = RecorderName,
            ["lastStartTime"] = Wire.Epoch(estate.Census.Origin.AddDays(-300).Midnight()),
            ["recording"] = true,
            ["lastStatus"] = "Success",
            ["lastStatusChangeTime"] = Wire.Epoch(call.Today.Midnight()),
        })),
    };

    public static IEnumerable<JsonNode?> Resources(ApiCall call)
    {
        var (type, ids, name) = (call.Required("resourceType"), call.Input.Texts("resourceIds"), call.Input.Text("resourceName"));
        return Recorded(call)
            .Where(resource => resource.Type == type && (ids.Count == 0 || ids.Contains(resource.Id)) && (name is null || name == resource.Name))
            .Select(resource => new JsonObject { ["resourceType"] = resource.Type, ["resourceId"] = resource.Id, ["resourceName"] = resource.Name });
    }

    public static JsonObject Total(ApiCall call) => new() { ["totalDiscoveredResources"] = Wanted(call).Count() };

    public static IEnumerable<JsonNode?> Counts(ApiCall call) => Wanted(call)
        .GroupBy(resource => resource.Type)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new JsonObject { ["resourceType"] = group.Key, ["count"] = group.Count() });

    public static IEnumerable<OwnedResource> Recorded(ApiCall call) => call.Estate is { } estate ? OwnedResources.All(estate, call.Today) : [];

    private static IEnumerable<OwnedResource> Wanted(ApiCall call)
    {
        var types = call.Input.Texts("resourceTypes");
        return Recorded(call).Where(resource => types.Count == 0 || types.Contains(resource.Type));
    }

    private static IEnumerable<RegionEstate> Named(ApiCall call) => call.Input.Texts("ConfigurationRecorderNames").FirstOrDefault(name => call.Estate is null || name != RecorderName) is { } unknown
        ? throw new ApiException("NoSuchConfigurationRecorderException", $"Cannot find configuration recorder with the specified name '{unknown}'.")
        : call.Estate is { } estate ? [estate] : [];
}
