using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Aws;

/// <summary>
/// Writes structures and lists as the names of a form. The items of a list in the query protocol are <c>Name.member.N</c>; a list whose
/// items have a name of their own in the model is given as <c>Filters.Filter</c>.
/// </summary>
internal static class FormMembers
{
    /// <summary>The names and values of an input.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Flatten(JsonObject input, AwsProtocol protocol) =>
        input.SelectMany(member => Flatten(member.Key, member.Value, protocol));

    /// <summary>A scalar as text.</summary>
    public static string Text(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.ToJsonString(),
        var other => throw new InvalidOperationException($"{other} is no scalar."),
    };

    private static IEnumerable<KeyValuePair<string, string>> Flatten(string name, JsonNode? value, AwsProtocol protocol) => value switch
    {
        null => [],
        JsonObject members => members.SelectMany(member => Flatten($"{name}.{member.Key}", member.Value, protocol)),
        JsonArray items => items.SelectMany((item, index) => Flatten(ItemName(name, index, protocol), item, protocol)),
        _ => [KeyValuePair.Create(name, Text(value))],
    };

    private static string ItemName(string name, int index, AwsProtocol protocol)
    {
        var lastName = name[(name.LastIndexOf('.') + 1)..];
        // Filters.Filter.1.Values.Value: the part after the last number names list and items, or the list alone.
        var own = name.Split('.').Reverse().TakeWhile(part => !part.All(char.IsAsciiDigit)).Count();
        var place = (index + 1).ToString(CultureInfo.InvariantCulture);
        return protocol == AwsProtocol.Ec2 || own > 1 || lastName.Length == 0 ? $"{name}.{place}" : $"{name}.member.{place}";
    }
}
