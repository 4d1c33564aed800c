using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AWS.Lambda.Powertools.Idempotency.Internal;

/// <summary>How payloads and results become JSON: C# property names, a given source-generated context first.</summary>
internal sealed class PayloadJson(JsonSerializerContext context)
{
    private readonly JsonSerializerOptions options = new()
    {
        PropertyNameCaseInsensitive = true,
        TypeInfoResolver = context is null ? new DefaultJsonTypeInfoResolver() : JsonTypeInfoResolver.Combine(context, new DefaultJsonTypeInfoResolver()),
    };

    public JsonElement ToElement(object payload) => JsonSerializer.SerializeToElement(payload, payload?.GetType() ?? typeof(object), options);

    public string ToText(object result) => JsonSerializer.Serialize(result, result?.GetType() ?? typeof(object), options);

    public T FromText<T>(string text) => JsonSerializer.Deserialize<T>(text, options);
}
