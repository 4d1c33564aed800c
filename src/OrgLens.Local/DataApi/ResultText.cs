using System.Globalization;

namespace OrgLens.Local.DataApi;

/// <summary>Turns PostgreSQL's text of dates and times into the service's.</summary>
internal static class ResultText
{
    /// <summary>
    /// No fraction when it is zero, milliseconds when they suffice, else microseconds; instants in UTC, without saying so.
    /// </summary>
    public static string Format(string text, uint typeId) => typeId switch
    {
        PostgresTypes.Time or PostgresTypes.Timestamp => FormatFraction(text),
        PostgresTypes.TimestampTz => FormatInstant(text),
        _ => text,
    };

    private static string FormatInstant(string text)
    {
        if (text.EndsWith("infinity", StringComparison.Ordinal))
        {
            // So does the real service.
            throw DataApiException.Internal();
        }

        if (text.EndsWith("+00", StringComparison.Ordinal))
        {
            return FormatFraction(text[..^3]);
        }

        // Only a session that has set another time zone gets here.
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? FormatFraction(instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture))
            : text;
    }

    private static string FormatFraction(string text)
    {
        var point = text.LastIndexOf('.');
        if (point < 0)
        {
            return text;
        }

        var fraction = text[(point + 1)..].PadRight(6, '0');
        return fraction switch
        {
            "000000" => text[..point],
            _ when fraction.EndsWith("000", StringComparison.Ordinal) => $"{text[..point]}.{fraction[..3]}",
            _ => $"{text[..point]}.{fraction}",
        };
    }
}
