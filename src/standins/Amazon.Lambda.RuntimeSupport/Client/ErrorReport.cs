using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as the Runtime API wants it.</summary>
internal static class ErrorReport
{
    private const int LargestBody = 256 * 1024;
    private static readonly byte[] _tooLarge = """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}"""u8.ToArray();
    private static readonly JsonWriterOptions _relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Body(Exception exception) => Write(exception, LargestBody) ?? _tooLarge;

    /// <summary>One line of ASCII, because it travels in a header.</summary>
    public static string XRayCause(Exception exception)
    {
        var frames = string.IsNullOrEmpty(exception.StackTrace) ? [] : new StackTrace(exception, true).GetFrames();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("working_directory", Directory.GetCurrentDirectory());
            json.WriteStartArray("exceptions");
            json.WriteStartObject();
            json.WriteString("type", exception.GetType().Name);
            json.WriteString("message", exception.Message);
            WriteFrames(json, frames);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("paths");
            foreach (var path in frames.Select(frame => frame.GetFileName()).Where(path => path is not null).Distinct())
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteFrames(Utf8JsonWriter json, StackFrame[] frames)
    {
        if (frames.Length == 0)
        {
            return;
        }

        json.WriteStartArray("stack");
        foreach (var frame in frames)
        {
            var method = DiagnosticMethodInfo.Create(frame);
            json.WriteStartObject();
            json.WriteString("path", frame.GetFileName());
            json.WriteNumber("line", frame.GetFileLineNumber());
            json.WriteString("label", method is null ? "Method has been trimmed" : $"{TypeName(method.DeclaringTypeName)}.{method.Name}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string TypeName(string fullName) => fullName[(fullName.LastIndexOfAny(['.', '+']) + 1)..];

    /// <returns>Null when it would not fit.</returns>
    private static byte[] Write(Exception exception, int room)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _relaxed))
        {
            json.WriteStartObject();
            json.WriteString("errorType", exception.GetType().Name);
            json.WriteString("errorMessage", exception.Message);
            WriteStackTrace(json, exception);
            WriteCauses(json, exception, room);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= room ? buffer.WrittenSpan.ToArray() : null;
    }

    private static void WriteStackTrace(Utf8JsonWriter json, Exception exception)
    {
        if (string.IsNullOrEmpty(exception.StackTrace))
        {
            return;
        }

        json.WriteStartArray("stackTrace");
        foreach (var line in exception.StackTrace.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }

    private static void WriteCauses(Utf8JsonWriter json, Exception exception, int room)
    {
        if (exception.InnerException is not null)
        {
            json.WritePropertyName("cause");
            WriteCause(json, exception.InnerException, room);
        }

        if (exception is AggregateException { InnerExceptions.Count: > 0 } aggregate)
        {
            json.WriteStartArray("causes");
            foreach (var inner in aggregate.InnerExceptions)
            {
                WriteCause(json, inner, room);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteCause(Utf8JsonWriter json, Exception cause, int room)
    {
        // What has been written, and the brackets that are still open.
        var left = room - (int)(json.BytesCommitted + json.BytesPending) - (2 * json.CurrentDepth) - _tooLarge.Length;
        json.WriteRawValue((left > 0 ? Write(cause, left) : null) ?? _tooLarge, skipInputValidation: true);
    }
}
