using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>Writes one line of JSON per entry to standard output.</summary>
internal static class LogLine
{
    public const string Template = "{OriginalFormat}";
    private static readonly HashSet<string> Reserved = new(["level", "message", "name", "service", "timestamp"], StringComparer.OrdinalIgnoreCase);
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string category, LogLevel level, object message, IEnumerable<KeyValuePair<string, object>> arguments, Exception exception)
    {
        var settings = LogSettings.Current;
        var extra = Extra(arguments);
        var line = settings.Formatter is { } formatter
            ? JsonSerializer.Serialize(formatter.FormatLogEntry(Entry(settings, category, level, message, extra, exception)), settings.Json)
            : Line(settings, category, level, message, extra, exception);
        Console.Out.WriteLine(line);
    }

    private static string Line(LogSettings settings, string category, LogLevel level, object message, Dictionary<string, object> extra, Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            var members = new LineMembers(json, settings);
            json.WriteStartObject();
            members.Write(LevelKey(settings), level.ToString());
            members.Write("message", message ?? "");
            members.Write("timestamp", DateTime.UtcNow.ToString(settings.TimestampFormat, CultureInfo.InvariantCulture));
            members.Write("service", settings.Service);
            members.Write(Invocation.Current);
            members.Write("name", category);
            members.Write("correlation_id", Invocation.Current?.CorrelationId);
            foreach (var (key, value) in extra)
            {
                members.Write(key, value);
            }

            if (settings.SamplingRate > 0)
            {
                members.Write("sampling_rate", settings.SamplingRate);
            }

            members.Write("exception", exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Lambda's advanced logging controls read the level from this key when the output is PascalCase.
    private static string LevelKey(LogSettings settings) =>
        settings.Naming == OutputNaming.For(LoggerOutputCase.PascalCase) && Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL") is not null
            ? "log_level"
            : "level";

    /// <summary>Appended keys, then those of scopes, then the arguments of the template: the nearer one wins.</summary>
    private static Dictionary<string, object> Extra(IEnumerable<KeyValuePair<string, object>> arguments)
    {
        var extra = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in AppendedKeys.Current.Concat(LogScope.Keys).Concat(arguments ?? []))
        {
            var isWhole = key.StartsWith('@');
            var name = isWhole ? key[1..] : key;
            if (key != Template && name.Length > 0 && value is not null && !Reserved.Contains(name))
            {
                extra[name] = value;
            }
        }

        foreach (var (key, value) in arguments ?? [])
        {
            if (extra.TryGetValue(key, out var argument) && ReferenceEquals(argument, value))
            {
                extra[key] = ArgumentValue(value);
            }
        }

        return extra;
    }

    /// <summary>{value}: numbers and truth values as they are, everything else as its text; {@value}: the object.</summary>
    private static object ArgumentValue(object value) => value switch
    {
        string or bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => value,
        DateTime or DateTimeOffset or DateOnly or TimeOnly or Guid => value,
        _ => value.ToString(),
    };

    private static LogEntry Entry(
        LogSettings settings, string category, LogLevel level, object message, Dictionary<string, object> extra, Exception exception) => new()
        {
            ColdStart = Invocation.Current?.ColdStart ?? false,
            XRayTraceId = Invocation.Current?.XRayTraceId,
            CorrelationId = Invocation.Current?.CorrelationId,
            Timestamp = DateTime.UtcNow,
            Level = level,
            Service = settings.Service,
            Name = category,
            Message = message,
            SamplingRate = settings.SamplingRate,
            ExtraKeys = extra,
            Exception = exception,
            LambdaContext = Invocation.Current?.Context,
        };
}
