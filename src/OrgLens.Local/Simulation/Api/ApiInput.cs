using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api;

/// <summary>The input of a call, read leniently: query protocols know nothing but text.</summary>
internal sealed class ApiInput(JsonObject members)
{
    public IEnumerable<string> Names => members.Select(member => member.Key);

    public bool Has(string name) => members[name] is not null;

    public string? Text(string name) => members[name] is JsonValue value ? TextOf(value) : null;

    public int? Integer(string name) => Number(name) is { } number ? (int)number : null;

    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ApiException("SerializationException", $"{name} is not a number");

    public bool Flag(string name) => Text(name) is { } text && text.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>An instant, as seconds since 1970 or as ISO 8601.</summary>
    public DateTimeOffset? Instant(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw new ApiException("SerializationException", $"{name} is not a timestamp");

    /// <summary>A list of texts; empty when it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) => members[name] switch
    {
        JsonArray array => [.. array.OfType<JsonValue>().Select(TextOf)],
        // A query protocol writes an empty list as an empty text.
        JsonValue value when TextOf(value) is { Length: > 0 } text => [text],
        _ => [],
    };

    public ApiInput? Child(string name) => members[name] is JsonObject child ? new ApiInput(child) : null;

    /// <summary>A list of structures; empty when it is absent.</summary>
    public IReadOnlyList<ApiInput> Children(string name) =>
        members[name] is JsonArray array ? [.. array.OfType<JsonObject>().Select(child => new ApiInput(child))] : [];

    private static string TextOf(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };
}
