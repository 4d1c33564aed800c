namespace Amazon.Lambda.Annotations.Generator.Json;

/// <summary>A number, true, false or null, as written.</summary>
internal sealed class JsonLiteral(string text) : JsonNode
{
    public string Text { get; } = text;
}
