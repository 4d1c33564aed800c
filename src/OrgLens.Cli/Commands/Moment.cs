using System.Globalization;

namespace OrgLens.Cli.Commands;

/// <summary>
/// An instant as one says it: <c>today</c>, <c>yesterday</c> (their first seconds), some time ago (<c>90m</c>, <c>24h</c>, <c>7d</c>, <c>2w</c>),
/// a day (<c>2026-01-15</c>, its first second) or a time of a day (<c>2026-01-15T08:00Z</c>). Days are UTC's.
/// </summary>
internal static class Moment
{
    /// <summary>Further back there is nothing.</summary>
    private const int MostDays = 36_500;

    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>Reads it.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="now">The present.</param>
    /// <param name="moment">The instant.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset moment)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        switch (text)
        {
            case "today":
                moment = today;
                return true;
            case "yesterday":
                moment = today.AddDays(-1);
                return true;
            default:
                return TryParseAgo(text, now, out moment) || TryParseInstant(text, out moment);
        }
    }

    /// <summary>Reads a day or a time of a day.</summary>
    public static bool TryParseInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    /// <summary>Writes an instant.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool TryParseAgo(string text, DateTimeOffset now, out DateTimeOffset moment)
    {
        moment = now;
        var unit = text is [_, .., var last] ? last : ' ';
        var span = unit switch { 'm' => TimeSpan.FromMinutes(1), 'h' => TimeSpan.FromHours(1), 'd' => TimeSpan.FromDays(1), 'w' => TimeSpan.FromDays(7), _ => TimeSpan.Zero };
        if (span == TimeSpan.Zero || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number * span.TotalDays > MostDays)
        {
            return false;
        }

        moment = now - (number * span);
        return true;
    }
}
