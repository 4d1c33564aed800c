namespace Amazon.Lambda.Annotations.Generator.Json;

/// <summary>JSON that keeps the order of its keys. Analyzers cannot rely on a JSON library being there.</summary>
internal abstract class JsonNode
{
    public static implicit operator JsonNode(string text) => new JsonText(text);

    public static implicit operator JsonNode(bool value) => new JsonLiteral(value ? "true" : "false");

    public static implicit operator JsonNode(uint value) => new JsonLiteral(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
