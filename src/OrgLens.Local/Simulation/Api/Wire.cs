using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api;

/// <summary>Values in the forms that services give them.</summary>
internal static class Wire
{
    /// <summary>Seconds since 1970 with milliseconds, the JSON protocols' usual form of an instant.</summary>
    public static JsonNode? Epoch(DateTimeOffset? instant) => instant is { } known ? JsonValue.Create(known.ToUnixTimeMilliseconds() / 1000m) : null;

    /// <summary>ISO 8601 with milliseconds.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as text with all its digits and no exponent, as Cost Explorer and Savings Plans have it.</summary>
    public static string Number(double number) =>
        decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    /// <summary>Tags as a list of pairs, under the names that the service gives them.</summary>
    public static JsonArray Tags(IReadOnlyDictionary<string, string> tags, string key = "Key", string value = "Value") =>
        List(tags.Select(tag => new JsonObject { [key] = tag.Key, [value] = tag.Value }));

    public static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Texts(params IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
