using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.SystemsManager;

/// <summary>Inventory: what each node says about itself, type by type.</summary>
internal static class Inventory
{
    private const string Usual = "AWS:InstanceInformation";

    public static JsonObject Header(ApiCall call) => new()
    {
        ["TypeName"] = call.Required("TypeName"),
        ["InstanceId"] = call.Required("InstanceId"),
        ["SchemaVersion"] = Schema(call.Required("TypeName")),
        ["CaptureTime"] = Captured(call),
    };

    public static IEnumerable<JsonNode?> Entries(ApiCall call)
    {
        var (estate, node) = Nodes.Find(call, call.Required("InstanceId"));
        var filters = call.Input.Children("Filters");
        return Content(call, estate, node, call.Required("TypeName")).Where(entry => filters.All(filter => filter.Texts("Values").Contains((string?)entry[filter.Text("Key") ?? ""] ?? "")));
    }

    public static IEnumerable<JsonNode?> Entities(ApiCall call)
    {
        if (call.Input.Has("Aggregators"))
        {
            throw new ApiException("InvalidAggregatorException", "Aggregators are not simulated.");
        }

        var type = call.Input.Children("ResultAttributes").Select(attribute => attribute.Text("TypeName")).FirstOrDefault() ?? Usual;
        return Nodes.All(call).Where(found => Holds(call, found.Node)).Select(found => new JsonObject
        {
            ["Id"] = found.Node.Instance.Id,
            ["Data"] = new JsonObject
            {
                [type] = new JsonObject
                {
                    ["TypeName"] = type,
                    ["SchemaVersion"] = Schema(type),
                    ["CaptureTime"] = Captured(call),
                    ["Content"] = Wire.List(Content(call, found.Estate, found.Node, type)),
                },
            },
        });
    }

    private static IEnumerable<JsonObject> Content(ApiCall call, RegionEstate estate, ManagedNode node, string type) => type switch
    {
        Usual =>
        [
            new JsonObject
            {
                ["AgentType"] = "amazon-ssm-agent",
                ["AgentVersion"] = node.AgentVersion,
                ["ComputerName"] = node.ComputerName(estate.Region),
                ["InstanceId"] = node.Instance.Id,
                ["InstanceStatus"] = "Active",
                ["IpAddress"] = node.Address,
                ["PlatformName"] = node.PlatformName,
                ["PlatformType"] = node.PlatformType,
                ["PlatformVersion"] = node.PlatformVersion,
                ["ResourceType"] = node.IsHybrid ? "ManagedInstance" : "EC2Instance",
            },
        ],
        "AWS:Application" => estate.Nodes.ApplicationsOf(node, call.Yesterday).Select(application => new JsonObject
        {
            ["Name"] = application.Name,
            ["Version"] = application.Version,
            ["Publisher"] = application.Publisher,
            ["Architecture"] = "x86_64",
            ["ApplicationType"] = application.Type,
            ["InstalledTime"] = application.InstalledAt,
        }),
        "AWS:PatchSummary" => [Summary(PatchLevel.Of(estate, node, call.Yesterday))],
        _ => throw new ApiException("InvalidTypeNameException", $"The type name {type} is not valid."),
    };

    private static JsonObject Summary(IReadOnlyList<PatchState> patches)
    {
        string Count(string state) => patches.Count(patch => patch.State == state).ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["PatchGroup"] = "",
            ["BaselineId"] = Patches.Baseline,
            ["OperationType"] = "Scan",
            ["InstalledCount"] = Count("INSTALLED"),
            ["InstalledPendingRebootCount"] = Count("INSTALLED_PENDING_REBOOT"),
            ["MissingCount"] = Count("MISSING"),
            ["FailedCount"] = Count("FAILED"),
        };
    }

    private static bool Holds(ApiCall call, ManagedNode node) => call.Input.Children("Filters").All(filter =>
    {
        var isIn = filter.Texts("Values").Contains(filter.Text("Key") switch
        {
            "AWS:InstanceInformation.InstanceId" => node.Instance.Id,
            "AWS:InstanceInformation.InstanceStatus" => "Active",
            "AWS:InstanceInformation.PlatformType" => node.PlatformType,
            "AWS:InstanceInformation.ResourceType" => node.IsHybrid ? "ManagedInstance" : "EC2Instance",
            _ => throw new ApiException("InvalidFilter", $"The filter {filter.Text("Key")} is not simulated."),
        });
        return (filter.Text("Type") ?? "Equal") switch
        {
            "Equal" => isIn,
            "NotEqual" => !isIn,
            _ => throw new ApiException("InvalidFilter", "Only Equal and NotEqual are simulated."),
        };
    });

    private static string Schema(string type) => type == "AWS:Application" ? "1.1" : "1.0";

    private static string Captured(ApiCall call) => call.Yesterday.Midnight().AddHours(22).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
