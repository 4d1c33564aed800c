using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Writes small JSON texts, and checks any.</summary>
internal static class JsonText
{
    /// <summary>The text of the one value that the action writes.</summary>
    public static string Write(Action<Utf8JsonWriter> value, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented }))
        {
            value(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a text to its end.</summary>
    /// <exception cref="JsonException">It is not well-formed.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }
    }
}
