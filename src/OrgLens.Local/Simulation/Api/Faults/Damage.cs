using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api.Faults;

/// <summary>Spoils answers that are in good order.</summary>
internal static class Damage
{
    private const string Unheard = "UNHEARD_OF";

    /// <summary>The answer with lists whose items have no members.</summary>
    public static JsonObject WithoutMembers(JsonObject answer)
    {
        foreach (var item in answer.Select(member => member.Value).OfType<JsonArray>().SelectMany(list => list).OfType<JsonObject>())
        {
            item.Clear();
        }

        return answer;
    }

    /// <summary>The answer with another text for everything that looks like a value of an enumeration: capitals with or without underscores.</summary>
    public static JsonNode? WithUnknownValues(JsonNode? node) => node switch
    {
        JsonObject structure => new JsonObject(structure.Select(member => KeyValuePair.Create(member.Key, WithUnknownValues(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithUnknownValues)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && IsConstant(value.GetValue<string>()) => Unheard,
        _ => node?.DeepClone(),
    };

    private static bool IsConstant(string text) => text.Length > 2 && text.All(character => char.IsAsciiLetterUpper(character) || character == '_');
}
