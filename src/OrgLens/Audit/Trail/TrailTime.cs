using System.Globalization;
using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>
/// The forms in which CloudTrail writes instants: ISO 8601, seconds or milliseconds since 1970, and English text
/// (<c>Jul 10, 2023 12:19:33 PM</c>, newer runtimes with a second comma and U+202F before the half of the day). All are UTC.
/// </summary>
public static class TrailTime
{
    // Epoch seconds stay below this until the year 5138; milliseconds are above it since 1973.
    private const double FirstMillisecond = 1e11;

    private static readonly string[] English = ["MMM d, yyyy h:mm:ss tt", "MMM d, yyyy, h:mm:ss tt"];

    /// <summary>The instant that a member holds; null where it holds none.</summary>
    public static DateTimeOffset? Parse(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.String => Parse(member.GetString()!),
        JsonValueKind.Number when member.TryGetDouble(out var number) => FromEpoch(number),
        _ => null,
    };

    /// <summary>The instant that a text holds; null where it holds none.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        var plain = text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        if (DateTimeOffset.TryParseExact(plain, English, CultureInfo.InvariantCulture, utc, out var instant))
        {
            return instant;
        }

        if (double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return FromEpoch(number);
        }

        // Only ISO begins with a year: anything else that .NET could guess at (day before month?) would be a guess.
        return plain.Length >= 10 && plain[4] == '-' && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, utc, out instant) ? instant : null;
    }

    private static DateTimeOffset? FromEpoch(double number)
    {
        var milliseconds = number >= FirstMillisecond ? number : number * 1000;
        return milliseconds is >= 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
    }
}
