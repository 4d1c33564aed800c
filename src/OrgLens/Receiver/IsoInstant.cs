namespace OrgLens.Receiver;

/// <summary>
/// Reads instants in the form that documents have them: PostgreSQL takes ten times as long to make sense of such a text as of a number.
/// </summary>
internal static class IsoInstant
{
    private const int SecondsEnd = 19;
    private const int FractionDigits = 6;

    // PostgreSQL multiplies an interval by them as a float8, which has this many whole numbers.
    private const long Most = 1L << 53;

    /// <summary>Reads <c>2026-01-15T09:30:00.123456+01:00</c>; blank for T, no fraction, Z and no offset (UTC) are taken, too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="microseconds">Since 1970.</param>
    /// <returns>Whether it is of that form and neither before 1970 nor beyond 2255. Whatever else may be an instant is for PostgreSQL to say.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length < SecondsEnd
            || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ') || text[13] != ':' || text[16] != ':'
            || !TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..10], out var day)
            || !TryNumber(text[11..13], out var hour) || !TryNumber(text[14..16], out var minute) || !TryNumber(text[17..19], out var second)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59
            || !TryFraction(text[SecondsEnd..], out var fraction, out var rest) || !TryOffset(rest, out var offset))
        {
            return false;
        }

        var seconds = (new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        microseconds = ((seconds - (offset * 60L)) * 1_000_000) + fraction;
        return microseconds is >= 0 and < Most;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out int microseconds, out ReadOnlySpan<byte> rest)
    {
        microseconds = 0;
        rest = text;
        if (text.IsEmpty || text[0] != '.')
        {
            return true;
        }

        var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length - 1 : digits;
        if (digits is 0 or > FractionDigits || !TryNumber(text[1..(digits + 1)], out microseconds))
        {
            return false;
        }

        for (var i = digits; i < FractionDigits; i++)
        {
            microseconds *= 10;
        }

        rest = text[(digits + 1)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || text is [(byte)'Z'])
        {
            return true;
        }

        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _] || !TryNumber(text[1..3], out var hours) || !TryNumber(text[4..6], out minutes)
            || hours > 14 || minutes > 59)
        {
            return false;
        }

        minutes = (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
