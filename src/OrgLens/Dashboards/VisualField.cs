using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>A column of an answer: a field of a visual's wells, or something to sort by.</summary>
/// <param name="Id">The field's id in the definition.</param>
/// <param name="Role">The well it lies in: <c>category</c>, <c>colors</c>, <c>values</c>, <c>rows</c> ..., or <c>sort</c>.</param>
/// <param name="Name">The name of its column.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsDimension">Whether rows are grouped by it.</param>
/// <param name="Grain">The period that dates are cut to, as the definition names it; null where there is none.</param>
/// <param name="Aggregate">The function that makes one value of many, as the definition names it; null for dimensions and for calculated fields that are aggregates.</param>
/// <param name="Format">The definition's format; null where it gives none.</param>
public sealed record VisualField(string Id, string Role, string Name, ColumnKind Kind, bool IsDimension, string? Grain, string? Aggregate, JsonNode? Format)
{
    /// <summary>Whether its values for parts add up to the value for the whole.</summary>
    public bool IsAdditive => Aggregate is "SUM" or "COUNT";

    /// <summary>How the page reads it.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["role"] = Role,
        ["name"] = Name,
        ["kind"] = Kind switch { ColumnKind.WholeNumber or ColumnKind.Number => "number", ColumnKind.Instant => "date", ColumnKind.Truth => "truth", _ => "text" },
        ["dimension"] = IsDimension,
        ["grain"] = Grain,
        ["aggregate"] = Aggregate,
        ["additive"] = IsAdditive,
        ["format"] = Format?.DeepClone(),
    };
}
