using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.RuntimeSupport;

internal static class JsonLogLine
{
    private static readonly JsonSerializerOptions _objects = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Format(LogEntry entry)
    {
        var template = LogTemplate.Parse(entry);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.Timestamp.ToString(LogEntry.TimestampFormat, CultureInfo.InvariantCulture));
            json.WriteString("level", entry.Level.ToString());
            WriteIfSet(json, "requestId", entry.Invocation?.AwsRequestId);
            WriteIfSet(json, "tenantId", entry.Invocation?.TenantId);
            WriteIfSet(json, "traceId", entry.Invocation?.TraceId);
            json.WriteString("message", template.Fill(entry.Arguments));
            WriteArguments(json, template, entry.Arguments);
            WriteException(json, entry.Exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteArguments(Utf8JsonWriter json, LogTemplate template, object[] arguments)
    {
        for (var i = 0; i < template.Holes.Count; i++)
        {
            if (template.TryGetArgument(i, arguments, out var argument) && argument is not null)
            {
                json.WritePropertyName(template.Holes[i].Name);
                WriteArgument(json, template.Holes[i], argument);
            }
        }
    }

    private static void WriteArgument(Utf8JsonWriter json, LogTemplateHole hole, object argument)
    {
        switch (argument)
        {
            case IList list and not IList<byte>:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, hole, item);
                }

                json.WriteEndArray();
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    json.WritePropertyName(entry.Key.ToString() ?? string.Empty);
                    WriteValue(json, hole, entry.Value);
                }

                json.WriteEndObject();
                break;
            default:
                WriteValue(json, hole, argument);
                break;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only for {@object} holes, which ask for it.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only for {@object} holes, which ask for it.")]
    private static void WriteValue(Utf8JsonWriter json, LogTemplateHole hole, object value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case not null when hole.IsObject:
                JsonSerializer.Serialize(json, value, value.GetType(), _objects);
                break;
            case not null when hole.Specifier is not null:
                json.WriteStringValue(hole.WithSpecifier(value));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case uint or ulong:
                json.WriteNumberValue(Convert.ToUInt64(value, CultureInfo.InvariantCulture));
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case byte[] or DateTime or DateTimeOffset or DateOnly or TimeOnly:
                json.WriteStringValue(hole.Format(value));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
        {
            json.WriteStringValue(line.Trim());
        }

        json.WriteEndArray();
    }
}
