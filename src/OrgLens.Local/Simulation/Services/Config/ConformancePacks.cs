using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local.Simulation.Services.Config;

/// <summary>Conformance packs and their rules.</summary>
internal static class ConformancePacks
{
    private static readonly string[] Names = [.. Estate.Compliance.Rules.Where(rule => rule.IsInPack).Select(rule => rule.Pack).Distinct()];

    public static IEnumerable<JsonNode?> Packs(ApiCall call)
    {
        var wanted = call.Input.Texts("ConformancePackNames");
        if (wanted.FirstOrDefault(name => call.Estate is null || !Names.Contains(name)) is { } unknown)
        {
            throw Unknown(unknown);
        }

        return call.Estate is not { } estate ? [] : Names.Where(name => wanted.Count == 0 || wanted.Contains(name)).Select(name =>
        {
            var id = "conformance-pack-" + estate.Stream.Child("pack").Child(name).Hex(9);
            return new JsonObject
            {
                ["ConformancePackName"] = name,
                ["ConformancePackArn"] = estate.Arn("config", $"conformance-pack/{name}/{id}"),
                ["ConformancePackId"] = id,
                ["ConformancePackInputParameters"] = new JsonArray(),
                ["LastUpdateRequestedTime"] = Wire.Epoch(estate.Census.Origin.AddDays(-90).Midnight()),
            };
        });
    }

    public static JsonObject Name(ApiCall call) => new() { ["ConformancePackName"] = Known(call) };

    public static IEnumerable<JsonNode?> Compliance(ApiCall call)
    {
        var (pack, filters) = (Known(call), call.Input.Child("Filters"));
        var (names, type) = (filters?.Texts("ConfigRuleNames") ?? [], filters?.Text("ComplianceType"));
        return Estate.Compliance.Rules.Where(rule => rule.Pack == pack && (names.Count == 0 || names.Contains(rule.Name)))
            .Select(rule => (Rule: rule, Type: ConfigRules.TypeOf(call.Estate!, rule, call.Yesterday)))
            .Where(found => type is null || type == found.Type)
            .Select(found => new JsonObject { ["ConfigRuleName"] = found.Rule.Name, ["ComplianceType"] = found.Type, ["Controls"] = new JsonArray() });
    }

    private static string Known(ApiCall call)
    {
        var name = call.Required("ConformancePackName");
        return call.Estate is not null && Names.Contains(name) ? name : throw Unknown(name);
    }

    private static ApiException Unknown(string name) => new("NoSuchConformancePackException", $"Cannot find the conformance pack: {name}");
}
