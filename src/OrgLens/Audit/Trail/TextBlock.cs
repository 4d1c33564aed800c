using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OrgLens.Scanning;

namespace OrgLens.Audit.Trail;

/// <summary>Up to 64 bytes of JSON, one bit for each: what is inside of a string, and what has a meaning outside of them.</summary>
internal readonly struct TextBlock
{
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
        if (text.Length >= StringBits.Size)
        {
            return Of(ref MemoryMarshal.GetReference(text), StringBits.Size, ref isInString, ref isEscaped);
        }

        Span<byte> padded = stackalloc byte[StringBits.Size];
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
        var backslashes = StringBits.Equal(low, high, (byte)'\\');
        var quotes = StringBits.Equal(low, high, (byte)'"');
        var strings = StringBits.Of(ref quotes, backslashes, length, ref isInString, ref isEscaped);
        var valid = ulong.MaxValue >> (StringBits.Size - length);
        var spaces = StringBits.Equal(low, high, (byte)' ') & ~strings & valid;
        var marks = (quotes | ~strings) & ~spaces & valid;
        var controls = StringBits.Bits(Vector256.LessThan(low, Vector256.Create((byte)0x20)), Vector256.LessThan(high, Vector256.Create((byte)0x20))) & strings & valid;
        // Below the lowest of them.
        return new TextBlock(length, strings, controls == 0 ? marks : marks & (controls ^ controls - 1) >> 1, spaces, backslashes, controls != 0);
    }
}
