using System.Collections;
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LogTemplateHole
{
    public LogTemplateHole(string token)
    {
        Token = token;
        var inner = token[1..^1];
        IsObject = inner.StartsWith('@');
        var parts = inner[(IsObject ? 1 : 0)..].Split(':', 2);
        Name = parts[0].Trim();
        Specifier = parts.Length > 1 && parts[1].Trim() is { Length: > 0 } specifier ? specifier : null;
    }

    public string Token { get; }

    public string Name { get; }

    public string Specifier { get; }

    public bool IsObject { get; }

    /// <summary>Collections and nulls stay as the hole: JSON logs show them as properties of their own.</summary>
    public string Format(object value) => value switch
    {
        byte[] bytes => Bytes(bytes),
        null or IList or IDictionary => Token,
        _ when Specifier is not null => WithSpecifier(value),
        DateTime time => time.ToString(LogEntry.TimestampFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(LogEntry.TimestampFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    public string WithSpecifier(object value)
    {
        try
        {
            return string.Format(CultureInfo.CurrentCulture, $"{{0:{Specifier}}}", value);
        }
        catch (FormatException)
        {
            return value.ToString();
        }
    }

    /// <summary>The first 16 bytes are enough to recognise a value.</summary>
    public static string Bytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= 16 ? Convert.ToHexString(bytes) : $"{Convert.ToHexString(bytes[..16])}... ({bytes.Length} bytes)";
}
