using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>Reads members of definitions.</summary>
internal static class JsonReading
{
    /// <summary>The text of a member; null when it is absent or no text.</summary>
    public static string? Text(this JsonNode? node, string member) =>
        (node as JsonObject)?[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A text that has to be there.</summary>
    /// <exception cref="DashboardException">It is not.</exception>
    public static string Required(this JsonNode? node, string member) =>
        node.Text(member) ?? throw new DashboardException($"The member {member} is missing in a definition.");

    /// <summary>The elements of a member that is a list; none when it is absent.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node, string member) => ((node as JsonObject)?[member] as JsonArray)?.OfType<JsonNode>() ?? [];

    /// <summary>The member of an object that stands for one of several kinds: its name and its value.</summary>
    public static (string Kind, JsonNode Value) Variant(this JsonNode? node) =>
        (node as JsonObject)?.FirstOrDefault(member => member.Value is JsonObject) is { Value: { } value } member
            ? (member.Key, value)
            : throw new DashboardException("A definition has an empty element.");

    /// <summary>A number as it is written; null when the member is absent or no number.</summary>
    public static string? Number(this JsonNode? node, string member) =>
        (node as JsonObject)?[member] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : null;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(this JsonNode? node, string member) =>
        (node as JsonObject)?[member] is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}
