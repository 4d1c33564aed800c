using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Usage;

/// <summary>
/// Members of a request or an answer, in each of the forms in which QuickSight writes them: an object, a list of pairs (<c>key</c> and
/// <c>value</c>, or <c>left</c> and <c>right</c>), or a text that holds one of these as JSON. Names are found whatever the case of their letters.
/// </summary>
internal sealed class UsageDetails
{
    // A name of interest lies at the top or just under it; deeper there are whole definitions of sheets and visuals.
    private const int Levels = 4;

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    private static readonly string[] KeyNames = ["key", "left"];
    private static readonly string[] ValueNames = ["value", "right"];

    private readonly IReadOnlyList<(string Name, JsonElement Value)> _members;

    private UsageDetails(IReadOnlyList<(string Name, JsonElement Value)> members) => _members = members;

    /// <summary>Reads the members; none where there are none, or the form is another one.</summary>
    public static UsageDetails Of(JsonElement details) => new(Members(Parsed(details)));

    /// <summary>The member of one of the names that lies highest; undefined: there is none.</summary>
    public JsonElement Find(params ReadOnlySpan<string> names) => Find(_members, names, Levels);

    /// <summary>Its text; null where there is none.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Find(names).Text();

    /// <summary>Names in a list, or those of an object's members.</summary>
    public IReadOnlyList<string> Names(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.Text() ?? item.Text("userName")).OfType<string>()],
        { ValueKind: JsonValueKind.Object } map => [.. map.EnumerateObject().Select(member => member.Name)],
        var other => other.Text() is { } only ? [only] : [],
    };

    private static JsonElement Find(IReadOnlyList<(string Name, JsonElement Value)> members, ReadOnlySpan<string> names, int levels)
    {
        foreach (var name in names)
        {
            foreach (var member in members)
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                {
                    return member.Value;
                }
            }
        }

        if (levels > 1)
        {
            foreach (var (_, value) in members)
            {
                if (Find(Members(value), names, levels - 1) is { ValueKind: not JsonValueKind.Undefined } found)
                {
                    return found;
                }
            }
        }

        return default;
    }

    private static List<(string Name, JsonElement Value)> Members(JsonElement details) => details.ValueKind switch
    {
        JsonValueKind.Object => [.. details.EnumerateObject().Select(member => (member.Name, member.Value))],
        JsonValueKind.Array => [.. details.EnumerateArray().Select(Pair).Where(pair => pair.Name.Length > 0)],
        _ => [],
    };

    private static (string Name, JsonElement Value) Pair(JsonElement item)
    {
        foreach (var (key, value) in KeyNames.Zip(ValueNames))
        {
            if (item.Text(key) is { } name)
            {
                return (name, item.At(value));
            }
        }

        return (string.Empty, default);
    }

    private static JsonElement Parsed(JsonElement details)
    {
        if (details.ValueKind != JsonValueKind.String || details.GetString() is not ['{' or '[', ..] text)
        {
            return details;
        }

        try
        {
            return JsonElement.Parse(text, Limits);
        }
        catch (JsonException)
        {
            // A text that only looks like JSON, or a cut-off one: it tells nothing.
            return default;
        }
    }
}
