using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary><c>GetCostAndUsage</c>.</summary>
internal static class CostAndUsage
{
    private static readonly string[] Costs = ["AmortizedCost", "BlendedCost", "NetAmortizedCost", "NetUnblendedCost", "UnblendedCost"];
    private static readonly string[] Quantities = ["NormalizedUsageAmount", "UsageQuantity"];

    /// <summary>What the answer says besides the periods.</summary>
    public static JsonObject Groups(ApiCall call) => new()
    {
        ["GroupDefinitions"] = call.Input.Children("GroupBy") is { Count: > 0 } groups
            ? Wire.List(groups.Select(group => new JsonObject { ["Type"] = group.Text("Type"), ["Key"] = group.Text("Key") }))
            : null,
        ["DimensionValueAttributes"] = new JsonArray(),
    };

    public static IEnumerable<JsonNode?> Periods(ApiCall call)
    {
        var metrics = Metrics(call);
        var keys = call.Input.Children("GroupBy").Select(group => (Type: group.Text("Type"), Key: group.Text("Key"))).ToList();
        if (keys.Count > 2)
        {
            throw call.BadInput("Only up to two groups are supported");
        }

        var spending = new Spending(call.World.Plan, call.Account);
        return CostPeriods.Cut(call).Select(period =>
        {
            var lines = period.Days.Where(day => day <= call.Yesterday).SelectMany(spending.ByService).Where(line => CostFilter.Holds(call, Dimensions(call, line))).ToList();
            return new JsonObject
            {
                ["TimePeriod"] = period.Json,
                ["Total"] = keys.Count == 0 ? Amounts(metrics, lines) : new JsonObject(),
                ["Groups"] = keys.Count == 0 ? new JsonArray() : Wire.List(lines
                    .GroupBy(line => string.Join('\n', keys.Select(key => KeyOf(call, key.Type, key.Key, line))))
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new JsonObject { ["Keys"] = Wire.Texts(group.Key.Split('\n')), ["Metrics"] = Amounts(metrics, group) })),
                // A bill is final after its month.
                ["Estimated"] = period.Until > new DateOnly(call.Today.Year, call.Today.Month, 1),
            };
        });
    }

    private static IReadOnlyList<string> Metrics(ApiCall call)
    {
        var metrics = call.Input.Texts("Metrics");
        return metrics.Count > 0 && metrics.All(metric => Costs.Contains(metric) || Quantities.Contains(metric))
            ? metrics
            : throw call.BadInput("Metrics can't be empty, and must be of AmortizedCost, BlendedCost, NetAmortizedCost, NetUnblendedCost, NormalizedUsageAmount, UnblendedCost and UsageQuantity");
    }

    // A sum of 64-bit numbers in the order of the documents, so that both agree to the last digit.
    private static JsonObject Amounts(IReadOnlyList<string> metrics, IEnumerable<ServiceCost> lines)
    {
        var sum = lines.Sum(line => line.Cost);
        return new JsonObject(metrics.Select(metric => KeyValuePair.Create(metric, (JsonNode?)new JsonObject
        {
            ["Amount"] = Wire.Number(sum),
            ["Unit"] = Costs.Contains(metric) ? "USD" : "N/A",
        })));
    }

    private static string KeyOf(ApiCall call, string? type, string? key, ServiceCost line) => type switch
    {
        "DIMENSION" => CostFilter.Value(call, Dimensions(call, line), key) is { Length: > 0 } value ? value : $"No{key}",
        "TAG" or "COST_CATEGORY" => key + "$",
        _ => throw call.BadInput($"Group type {type} is not valid"),
    };

    private static Dictionary<string, string> Dimensions(ApiCall call, ServiceCost line) => new(StringComparer.Ordinal)
    {
        ["SERVICE"] = line.Service,
        ["LINKED_ACCOUNT"] = call.Account.Id,
        ["REGION"] = line.Service is "Tax" or "AWS Cost Explorer" ? "NoRegion" : call.Account.Regions[0],
        ["RECORD_TYPE"] = line.Service != "Tax" ? "Usage" : line.Cost < 0 ? "Refund" : "Tax",
        ["LINKED_ACCOUNT_NAME"] = call.Account.Name,
        ["BILLING_ENTITY"] = "AWS",
        ["LEGAL_ENTITY_NAME"] = "Amazon Web Services EMEA SARL",
    };
}
