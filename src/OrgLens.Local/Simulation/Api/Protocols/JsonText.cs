using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>JSON as services send and read it: a member without a value is not there at all.</summary>
internal static class JsonText
{
    public static JsonObject Read(byte[] body)
    {
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? throw new ApiException("SerializationException", "The body is not an object.");
        }
        catch (JsonException e)
        {
            throw new ApiException("SerializationException", e.Message);
        }
    }

    public static byte[] Write(JsonObject answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, answer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject structure:
                json.WriteStartObject();
                foreach (var (name, value) in structure)
                {
                    if (value is not null)
                    {
                        json.WritePropertyName(name);
                        Write(json, value);
                    }
                }

                json.WriteEndObject();
                break;
            case JsonArray list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                node!.WriteTo(json);
                break;
        }
    }
}
