using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OrgLens.Scanning;

/// <summary>Finds out 64 bytes at once what of a JSON text is inside of strings; one bit for each byte.</summary>
internal static class StringBits
{
    /// <summary>How many bytes are looked at at once.</summary>
    public const int Size = 64;

    private const ulong Even = 0x5555_5555_5555_5555;

    /// <summary>Leaves of the quotes those that begin or end a string, and says what is inside: the opening quote included, the closing one not.</summary>
    /// <param name="quotes">Quotes; after it, without the escaped ones.</param>
    /// <param name="backslashes">Backslashes.</param>
    /// <param name="length">How many of the bytes belong to the text.</param>
    /// <param name="isInString">Whether the bytes begin inside of a string; after it, whether they end there.</param>
    /// <param name="isEscaped">Whether the first byte is escaped; after it, whether the next one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ref ulong quotes, ulong backslashes, int length, ref bool isInString, ref bool isEscaped)
    {
        quotes &= ~Escaped(backslashes, length, ref isEscaped);
        // Each quote turns over all bits from its own on.
        var strings = quotes ^ quotes << 1;
        strings ^= strings << 2;
        strings ^= strings << 4;
        strings ^= strings << 8;
        strings ^= strings << 16;
        strings ^= strings << 32;
        strings ^= isInString ? ulong.MaxValue : 0;
        isInString = (strings >> (length - 1) & 1) != 0;
        return strings;
    }

    /// <summary>Which of the bytes are the given one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(Vector256<byte> low, Vector256<byte> high, byte value) =>
        Bits(Vector256.Equals(low, Vector256.Create(value)), Vector256.Equals(high, Vector256.Create(value)));

    /// <summary>The highest bit of each byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Vector256<byte> low, Vector256<byte> high) => low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << 32;

    // A byte is escaped when an odd number of backslashes stands before it.
    private static ulong Escaped(ulong backslashes, int length, ref bool isEscaped)
    {
        var first = isEscaped ? 1UL : 0;
        if (backslashes == 0)
        {
            isEscaped = false;
            return first;
        }

        var escaping = backslashes & ~first;
        var behind = escaping << 1 | first;
        var oddStarts = escaping & ~Even & ~behind;
        var ends = unchecked(oddStarts + escaping);
        var escaped = (Even ^ ends << 1) & behind;
        isEscaped = length == Size ? ends < oddStarts : (escaped >> length & 1) != 0;
        return escaped;
    }
}
