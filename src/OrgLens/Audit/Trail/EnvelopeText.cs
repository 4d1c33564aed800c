using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>Envelopes as the bodies of queue messages, which have a size limit.</summary>
internal static class EnvelopeText
{
    // Characters that a text may keep, tried one after the other: what is long in a record is user data, templates and policies.
    private static readonly int[] Lengths = [8192, 1024, 256];

    // Queues take all characters of records; escaping them would make messages up to six times as long.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The envelope of a record. When it is too large, long texts inside of the record's members are left out.</summary>
    /// <param name="record">The record.</param>
    /// <param name="limit">Bytes that the envelope may have.</param>
    /// <returns>Null when the record is too large even without them.</returns>
    public static string? Of(TrailRecord record, int limit)
    {
        if (Write(record) is var whole && whole.WrittenCount <= limit)
        {
            return Encoding.UTF8.GetString(whole.WrittenSpan);
        }

        foreach (var length in Lengths)
        {
            if (Write(Shortened(record, length)) is var shorter && shorter.WrittenCount <= limit)
            {
                return Encoding.UTF8.GetString(shorter.WrittenSpan);
            }
        }

        return null;
    }

    private static ArrayBufferWriter<byte> Write(TrailRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Plain);
        TrailEnvelope.Write(writer, record);
        writer.Flush();
        return buffer;
    }

    private static TrailRecord Shortened(TrailRecord record, int length)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            foreach (var member in record.Root.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                Shorten(writer, member.Value, length);
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return TrailRecord.Of(JsonElement.ParseValue(ref reader));
    }

    private static void Shorten(Utf8JsonWriter writer, JsonElement element, int length)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Shorten(writer, member.Value, length);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Shorten(writer, item, length);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when element.GetString() is { } text && text.Length > length:
                writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"left out: {text.Length} characters"));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
