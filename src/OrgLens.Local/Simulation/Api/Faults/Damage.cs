using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api.Faults;

/// <summary>Spoils answers that are in good order.</summary>
internal static class Damage
{
    private const string Unheard = "UNHEARD_OF";

    /// <summary>Takes all members from the items of an answer.</summary>
    public static void RemoveMembers(JsonObject answer)
    {
        foreach (var item in answer.Select(member => member.Value).OfType<JsonArray>().SelectMany(list => list).OfType<JsonObject>())
        {
            item.Clear();
        }
    }

    /// <summary>Replaces what looks like a value of an enumeration: capitals with or without underscores.</summary>
    public static JsonNode? ReplaceValues(JsonNode? node) => node switch
    {
        JsonObject structure => new JsonObject(structure.Select(member => KeyValuePair.Create(member.Key, ReplaceValues(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(ReplaceValues)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && IsConstant(value.GetValue<string>()) => Unheard,
        _ => node?.DeepClone(),
    };

    private static bool IsConstant(string text) => text.Length > 2 && text.All(character => char.IsAsciiLetterUpper(character) || character == '_');
}
