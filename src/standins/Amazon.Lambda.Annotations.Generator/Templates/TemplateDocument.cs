using Amazon.Lambda.Annotations.Generator.Json;

namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>A template, addressed by paths of keys.</summary>
internal sealed class TemplateDocument(JsonObject root)
{
    public JsonObject Root { get; } = root;

    public JsonNode? Find(params string[] path)
    {
        JsonNode? node = Root;
        foreach (var key in path)
        {
            node = (node as JsonObject)?[key];
        }

        return node;
    }

    public string Text(params string[] path) => (Find(path) as JsonText)?.Value ?? string.Empty;

    public IReadOnlyList<string> Texts(params string[] path) =>
        Find(path) is JsonArray list ? [.. list.Items.OfType<JsonText>().Select(item => item.Value)] : [];

    public void Set(JsonNode value, params string[] path)
    {
        var parent = Root;
        foreach (var key in path.Take(path.Length - 1))
        {
            if (parent[key] is null)
            {
                parent.With(key, new JsonObject());
            }

            parent = parent[key] as JsonObject
                ?? throw new InvalidOperationException($"{string.Join(".", path)} cannot be set: {key} is not an object in the template.");
        }

        parent.With(path[path.Length - 1], value);
    }

    public void Remove(params string[] path) => (Find([.. path.Take(path.Length - 1)]) as JsonObject)?.Remove(path[path.Length - 1]);
}
