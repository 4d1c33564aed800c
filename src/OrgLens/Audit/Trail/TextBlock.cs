using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OrgLens.Audit.Trail;

/// <summary>Up to 64 bytes of JSON, one bit for each: what is inside of a string, and what has a meaning outside of them.</summary>
internal readonly struct TextBlock
{
    private const int Size = 64;
    private const ulong Even = 0x5555_5555_5555_5555;

    private readonly ulong _strings;

    private TextBlock(int length, ulong strings, ulong marks, ulong spaces, ulong backslashes, bool isBroken)
    {
        _strings = strings;
        (Length, Marks, Spaces, Backslashes, IsBroken) = (length, marks, spaces, backslashes, isBroken);
    }

    /// <summary>How many bytes it has.</summary>
    public int Length { get; }

    /// <summary>Quotes at both ends of strings, and outside of strings all but spaces.</summary>
    public ulong Marks { get; }

    /// <summary>Spaces outside of strings.</summary>
    public ulong Spaces { get; }

    /// <summary>Backslashes.</summary>
    public ulong Backslashes { get; }

    /// <summary>Whether a string holds a control character; marks behind it are left out.</summary>
    public bool IsBroken { get; }

    /// <summary>Takes the next block of a text.</summary>
    /// <param name="text">What is left of the text.</param>
    /// <param name="isInString">Whether the block begins inside of a string; after it, whether it ends there.</param>
    /// <param name="isEscaped">Whether the first byte is escaped; after it, whether the next block's is.</param>
    public static TextBlock Of(ReadOnlySpan<byte> text, ref bool isInString, ref bool isEscaped)
    {
        if (text.Length >= Size)
        {
            return Of(ref MemoryMarshal.GetReference(text), Size, ref isInString, ref isEscaped);
        }

        Span<byte> padded = stackalloc byte[Size];
        padded[text.Length..].Fill((byte)' ');
        text.CopyTo(padded);
        return Of(ref MemoryMarshal.GetReference(padded), text.Length, ref isInString, ref isEscaped);
    }

    /// <summary>Whether a byte is inside of a string, its opening quote included and its closing one not.</summary>
    public bool IsInString(int offset) => (_strings >> offset & 1) != 0;

    // Not to be compiled without optimization first, as methods are by default: a whole file would be read so.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TextBlock Of(ref byte first, int length, ref bool isInString, ref bool isEscaped)
    {
        var low = Vector256.LoadUnsafe(ref first);
        var high = Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count);
        var backslashes = Equal(low, high, (byte)'\\');
        var quotes = Equal(low, high, (byte)'"') & ~Escaped(backslashes, length, ref isEscaped);
        // Each quote turns over all bits from its own on.
        var strings = quotes ^ quotes << 1;
        strings ^= strings << 2;
        strings ^= strings << 4;
        strings ^= strings << 8;
        strings ^= strings << 16;
        strings ^= strings << 32;
        strings ^= isInString ? ulong.MaxValue : 0;
        isInString = (strings >> (length - 1) & 1) != 0;

        var valid = ulong.MaxValue >> (Size - length);
        var spaces = Equal(low, high, (byte)' ') & ~strings & valid;
        var marks = (quotes | ~strings) & ~spaces & valid;
        var controls = Bits(Vector256.LessThan(low, Vector256.Create((byte)0x20)), Vector256.LessThan(high, Vector256.Create((byte)0x20))) & strings & valid;
        // Below the lowest of them.
        return new TextBlock(length, strings, controls == 0 ? marks : marks & (controls ^ controls - 1) >> 1, spaces, backslashes, controls != 0);
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector256<byte> low, Vector256<byte> high, byte value) =>
        Bits(Vector256.Equals(low, Vector256.Create(value)), Vector256.Equals(high, Vector256.Create(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) => low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << 32;
}
