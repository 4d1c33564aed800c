using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ClientContext(IDictionary<string, string> Environment, IClientApplication Client, IDictionary<string, string> Custom)
    : IClientContext
{
    public static ClientContext FromJson(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new ClientContext(null, null, null);
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ClientContext(
            Map(root, "env"),
            root.TryGetProperty("client", out var client) ? ClientApplication.FromJson(client) : null,
            Map(root, "custom"));
    }

    private static Dictionary<string, string> Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map) ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString()) : null;
}
