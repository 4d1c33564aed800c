using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Answers that are well-formed and not what anybody expects.</summary>
internal static class Spoiled
{
    private const string Unheard = "UNHEARD_OF";

    // Members that are enumerations, in the XML protocols, whose values have no look of their own.
    private static readonly string[] s_enumerations = ["state", "status", "type", "scheme", "code", "engine", "tenancy"];

    /// <summary>Another text for everything that looks like a value of an enumeration.</summary>
    public static AnswerNode WithUnknownValues(AnswerNode answer)
    {
        foreach (var element in answer.Xml?.Descendants().Where(IsEnumeration).ToList() ?? [])
        {
            element.Value = Unheard;
        }

        return answer with { Json = answer.Json is null ? null : (JsonObject)Replace(answer.Json)! };
    }

    /// <summary>Items of lists without a member, or without any.</summary>
    public static AnswerNode WithoutMembers(AnswerNode answer, string? name)
    {
        foreach (var item in Items(answer.Json))
        {
            if (name is null)
            {
                item.Clear();
            }
            else
            {
                item.Remove(name);
            }
        }

        foreach (var element in Items(answer.Xml).SelectMany(item => item.Elements()).Where(element => name is null || element.Name.LocalName == name).ToList())
        {
            element.Remove();
        }

        return answer;
    }

    /// <summary>Names of the members that items have.</summary>
    public static IEnumerable<string> MembersOf(AnswerNode answer) => Items(answer.Json).SelectMany(item => item.Select(member => member.Key))
        .Concat(Items(answer.Xml).SelectMany(item => item.Elements()).Select(element => element.Name.LocalName)).Distinct(StringComparer.Ordinal);

    private static List<JsonObject> Items(JsonNode? node) => node switch
    {
        JsonArray list when list.OfType<JsonObject>().ToList() is { Count: > 0 } items => items,
        JsonObject members => [.. members.SelectMany(member => Items(member.Value))],
        _ => [],
    };

    private static List<XElement> Items(XElement? answer) =>
        [.. answer?.Descendants().Where(element => element.HasElements && element.Name.LocalName is "item" or "member" or "Bucket" or "DBInstance" or "DBCluster") ?? []];

    private static bool IsEnumeration(XElement element) =>
        !element.HasElements && s_enumerations.Any(name => element.Name.LocalName.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    private static JsonNode? Replace(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Replace(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Replace)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && IsConstant(value.GetValue<string>()) => Unheard,
        _ => node?.DeepClone(),
    };

    private static bool IsConstant(string text) => text.Length > 2 && text.All(character => char.IsAsciiLetterUpper(character) || character == '_');
}
