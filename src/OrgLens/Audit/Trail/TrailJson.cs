using System.Globalization;
using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>Members of CloudTrail's JSON, read without trusting their form.</summary>
public static class TrailJson
{
    /// <summary>The member at a path of names; undefined where a step is missing or is no object.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>Text of the member at a path; a number or a truth value as written; null where there is none, or an empty one.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var member = element.At(path);
        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(),
            _ => null,
        };
    }

    /// <summary>The whole number at a path, also where CloudTrail writes it as text (<c>"size": "8"</c>).</summary>
    public static long? WholeNumber(this JsonElement element, params ReadOnlySpan<string> path) =>
        long.TryParse(element.Text(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The instant at a path, in any of the forms of <see cref="TrailTime"/>; null where there is none.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, params ReadOnlySpan<string> path) => TrailTime.Parse(element.At(path));

    /// <summary>The elements of the list at a path; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
