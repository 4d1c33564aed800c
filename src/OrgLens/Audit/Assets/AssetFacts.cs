using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>Collects what is known; what is not known leaves no trace, so that it hides nothing that is.</summary>
internal static class AssetFacts
{
    public static JsonObject With(this JsonObject facts, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            facts[name] = value;
        }

        return facts;
    }

    public static JsonObject With(this JsonObject facts, string name, decimal? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }

        return facts;
    }

    public static JsonObject With(this JsonObject facts, string name, bool? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }

        return facts;
    }

    public static JsonObject With(this JsonObject facts, string name, DateTimeOffset? value) =>
        facts.With(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));

    /// <summary>Says that something is so no more.</summary>
    public static JsonObject Without(this JsonObject facts, string name)
    {
        facts[name] = null;
        return facts;
    }

    /// <summary>A truth value, which CloudTrail may write as text.</summary>
    public static bool? Flag(this JsonElement element, params ReadOnlySpan<string> path) => bool.TryParse(element.Text(path), out var flag) ? flag : null;

    /// <summary>Tags listed as <c>[{"key": …, "value": …}]</c>.</summary>
    public static JsonObject Tags(IEnumerable<JsonElement> tags, bool areRemoved = false)
    {
        var found = new JsonObject();
        foreach (var tag in tags)
        {
            if (tag.Text("key") is { } key)
            {
                found[key] = areRemoved ? null : tag.Text("value") ?? string.Empty;
            }
        }

        return found;
    }

    /// <summary>Tags that are removed, by their keys.</summary>
    public static JsonObject RemovedTags(IEnumerable<JsonElement> keys)
    {
        var found = new JsonObject();
        foreach (var key in keys)
        {
            if (key.Text() is { } name)
            {
                found[name] = null;
            }
        }

        return found;
    }
}
