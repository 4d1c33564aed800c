using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Writes small JSON texts.</summary>
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
}
