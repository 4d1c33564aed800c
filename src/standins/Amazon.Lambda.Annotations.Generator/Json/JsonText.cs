namespace Amazon.Lambda.Annotations.Generator.Json;

internal sealed class JsonText(string value) : JsonNode
{
    public string Value { get; } = value;
}
