using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OrgLens.Scanning;

namespace OrgLens.Receiver;

/// <summary>Finds the end of a JSON object by its brackets alone, which takes a third of the time that reading it takes.</summary>
internal static class RowBrackets
{
    private const byte LowerCase = 0x20;

    /// <summary>Finds the bracket that closes the one that the text begins with.</summary>
    /// <param name="text">Begins with the object.</param>
    /// <param name="opened">How many brackets are opened in it.</param>
    /// <param name="hasEscapes">Whether there is a backslash in it or right behind it.</param>
    /// <returns>The object's length; 0 when the text ends before.</returns>
    // Not to be compiled without optimization first, as methods are by default: a whole document would be read so.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Length(ReadOnlySpan<byte> text, out int opened, out bool hasEscapes)
    {
        (opened, hasEscapes) = (0, false);
        var (depth, isInString, isEscaped) = (0, false, false);
        for (var start = 0; start < text.Length; start += StringBits.Size)
        {
            var left = text[start..];
            var (low, high) = left.Length >= StringBits.Size ? Load(left) : LoadLast(left);
            var backslashes = StringBits.Equal(low, high, (byte)'\\');
            var quotes = StringBits.Equal(low, high, (byte)'"');
            var outside = ~StringBits.Of(ref quotes, backslashes, StringBits.Size, ref isInString, ref isEscaped);
            // [ and { differ in this bit alone, and so do ] and }.
            low |= Vector256.Create(LowerCase);
            high |= Vector256.Create(LowerCase);
            var opening = StringBits.Equal(low, high, (byte)'{') & outside;
            var closing = StringBits.Equal(low, high, (byte)'}') & outside;
            hasEscapes |= backslashes != 0;
            var closed = BitOperations.PopCount(closing);
            if (depth <= closed && EndOf(opening, closing, depth) is var end and > 0)
            {
                opened += BitOperations.PopCount(opening & (ulong.MaxValue >> (StringBits.Size - end)));
                return start + end;
            }

            var added = BitOperations.PopCount(opening);
            opened += added;
            depth += added - closed;
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Low, Vector256<byte> High) Load(ReadOnlySpan<byte> block)
    {
        ref var first = ref MemoryMarshal.GetReference(block);
        return (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count));
    }

    private static (Vector256<byte> Low, Vector256<byte> High) LoadLast(ReadOnlySpan<byte> rest)
    {
        Span<byte> padded = stackalloc byte[StringBits.Size];
        padded.Clear();
        rest.CopyTo(padded);
        return Load(padded);
    }

    // Behind the bracket that closes the last one; 0 when there is none.
    private static int EndOf(ulong opening, ulong closing, int depth)
    {
        for (var brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
        {
            var bracket = brackets & (~brackets + 1);
            depth += (opening & bracket) != 0 ? 1 : -1;
            if (depth == 0)
            {
                return BitOperations.TrailingZeroCount(bracket) + 1;
            }
        }

        return 0;
    }
}
