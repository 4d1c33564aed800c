using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary>Expressions over dimensions: <c>And</c>, <c>Or</c>, <c>Not</c>, <c>Dimensions</c>.</summary>
internal static class CostFilter
{
    /// <summary>Whether the filter of a call holds for something with these dimensions.</summary>
    public static bool Holds(ApiCall call, IReadOnlyDictionary<string, string> dimensions) => Holds(call, call.Input.Child("Filter"), dimensions);

    private static bool Holds(ApiCall call, ApiInput? expression, IReadOnlyDictionary<string, string> dimensions)
    {
        switch (expression?.Names.ToList())
        {
            case null:
                return true;
            case ["And"]:
                return expression.Children("And").All(part => Holds(call, part, dimensions));
            case ["Or"]:
                return expression.Children("Or").Any(part => Holds(call, part, dimensions));
            case ["Not"]:
                return !Holds(call, expression.Child("Not"), dimensions);
            case ["Dimensions"]:
                var dimension = expression.Child("Dimensions")!;
                return Value(call, dimensions, dimension.Text("Key")) is { } value && dimension.Texts("Values").Contains(value);
            case ["Tags"] or ["CostCategories"]:
                // Nothing is tagged: only the absence of a tag holds.
                return expression.Child("Tags")?.Texts("MatchOptions").Contains("ABSENT") == true;
            default:
                throw call.BadInput("Expression must have exactly one of And, Or, Not, Dimensions, Tags and CostCategories");
        }
    }

    public static string? Value(ApiCall call, IReadOnlyDictionary<string, string> dimensions, string? key) => key switch
    {
        not null when dimensions.TryGetValue(key, out var value) => value,
        "AZ" or "INSTANCE_TYPE" or "OPERATION" or "PURCHASE_TYPE" or "USAGE_TYPE" or "USAGE_TYPE_GROUP" or "PLATFORM" or "TENANCY" or "BILLING_ENTITY" or "SUBSCRIPTION_ID" => "",
        _ => throw call.BadInput($"Dimension {key} is not supported"),
    };
}
