using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Config;

/// <summary>Rules and their evaluations.</summary>
internal static class ConfigRules
{
    public static IEnumerable<JsonNode?> Rules(ApiCall call) => Named(call).Select(found => new JsonObject
    {
        ["ConfigRuleName"] = found.Rule.Name,
        ["ConfigRuleArn"] = found.Estate.Arn("config", "config-rule/" + Id(found.Estate, found.Rule)),
        ["ConfigRuleId"] = Id(found.Estate, found.Rule),
        ["Scope"] = found.Rule.ResourceType == "AWS::::Account" ? null : new JsonObject { ["ComplianceResourceTypes"] = Wire.Texts(found.Rule.ResourceType) },
        ["Source"] = new JsonObject { ["Owner"] = "AWS", ["SourceIdentifier"] = found.Rule.Source },
        ["ConfigRuleState"] = "ACTIVE",
        ["CreatedBy"] = found.Rule.IsInPack ? "config-conforms.amazonaws.com" : null,
        ["EvaluationModes"] = Wire.List([new JsonObject { ["Mode"] = "DETECTIVE" }]),
    });

    public static IEnumerable<JsonNode?> Compliance(ApiCall call)
    {
        var types = call.Input.Texts("ComplianceTypes");
        return Named(call).Select(found => (found.Rule, Type: TypeOf(found.Estate, found.Rule, call.Yesterday), found.Estate)).Where(found => types.Count == 0 || types.Contains(found.Type)).Select(found => new JsonObject
        {
            ["ConfigRuleName"] = found.Rule.Name,
            ["Compliance"] = new JsonObject
            {
                ["ComplianceType"] = found.Type,
                ["ComplianceContributorCount"] = new JsonObject
                {
                    ["CappedCount"] = Math.Min(100, Estate.Compliance.Evaluations(found.Estate, call.Yesterday).Count(evaluation => evaluation.Rule == found.Rule && evaluation.Compliance == found.Type)),
                    ["CapExceeded"] = false,
                },
            },
        });
    }

    public static IEnumerable<JsonNode?> Details(ApiCall call)
    {
        var (estate, rule) = Find(call, call.Required("ConfigRuleName"));
        var types = call.Input.Texts("ComplianceTypes");
        return Estate.Compliance.Evaluations(estate, call.Yesterday)
            .Where(evaluation => evaluation.Rule == rule && (types.Count == 0 || types.Contains(evaluation.Compliance)))
            .Select(evaluation => new JsonObject
            {
                ["EvaluationResultIdentifier"] = new JsonObject
                {
                    ["EvaluationResultQualifier"] = new JsonObject
                    {
                        ["ConfigRuleName"] = rule.Name,
                        ["ResourceType"] = rule.ResourceType,
                        ["ResourceId"] = evaluation.ResourceId,
                        ["EvaluationMode"] = "DETECTIVE",
                    },
                    ["OrderingTimestamp"] = Wire.Epoch(evaluation.RecordedAt.AddMinutes(-2)),
                },
                ["ComplianceType"] = evaluation.Compliance,
                ["ResultRecordedTime"] = Wire.Epoch(evaluation.RecordedAt),
                ["ConfigRuleInvokedTime"] = Wire.Epoch(evaluation.RecordedAt.AddSeconds(-1)),
                ["Annotation"] = evaluation.Annotation,
            });
    }

    public static string TypeOf(RegionEstate estate, ConfigRule rule, DateOnly day) => Estate.Compliance.IsCompliant(estate, rule, day) ? "COMPLIANT" : "NON_COMPLIANT";

    private static IEnumerable<(RegionEstate Estate, ConfigRule Rule)> Named(ApiCall call)
    {
        var names = call.Input.Texts("ConfigRuleNames");
        return names.Count > 0 ? [.. names.Select(name => Find(call, name))]
            : call.Estate is { } estate ? Estate.Compliance.Rules.Select(rule => (estate, rule))
            : [];
    }

    private static (RegionEstate Estate, ConfigRule Rule) Find(ApiCall call, string name) =>
        call.Estate is { } estate && Estate.Compliance.Rules.FirstOrDefault(rule => rule.Name == name) is { } rule
            ? (estate, rule)
            : throw new ApiException("NoSuchConfigRuleException", $"The ConfigRule '{name}' provided in the request is invalid. Please check the configRule name");

    private static string Id(RegionEstate estate, ConfigRule rule) => "config-rule-" + estate.Stream.Child("config-rule").Child(rule.Name).Hex(6);
}
