namespace Amazon.Lambda.Annotations.Generator.Json;

internal sealed class JsonArray(IEnumerable<JsonNode> items) : JsonNode
{
    public IReadOnlyList<JsonNode> Items { get; } = [.. items];

    public static JsonArray Of(IEnumerable<string> texts) => new(texts.Select(text => (JsonNode)text));
}
