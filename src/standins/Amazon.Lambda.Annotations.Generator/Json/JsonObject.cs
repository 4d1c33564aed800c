namespace Amazon.Lambda.Annotations.Generator.Json;

internal sealed class JsonObject : JsonNode
{
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, JsonNode> _values = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Keys => _keys;

    public JsonNode? this[string key] => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>A new key goes to the end, a known one stays where it is.</summary>
    public JsonObject With(string key, JsonNode value)
    {
        if (!_values.ContainsKey(key))
        {
            _keys.Add(key);
        }

        _values[key] = value;
        return this;
    }

    public void Remove(string key)
    {
        _keys.Remove(key);
        _values.Remove(key);
    }
}
