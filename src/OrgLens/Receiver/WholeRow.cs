using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace OrgLens.Receiver;

/// <summary>
/// Takes a row in one step instead of token by token. It takes only what is beyond doubt: whatever is malformed, suspicious or too long
/// is left to the tokens, which know the reason and the place.
/// </summary>
internal static class WholeRow
{
    /// <summary>How it went.</summary>
    public enum Taking
    {
        /// <summary>The reader stands on the row's last token.</summary>
        Whole,

        /// <summary>The text ends before the row does; the reader stays where it was.</summary>
        Cut,

        /// <summary>The row is one for the tokens; the reader stays where it was.</summary>
        Doubtful,
    }

    /// <summary>Moves the reader to the last token of the value that its current token begins.</summary>
    /// <param name="reader">On the row's first token.</param>
    /// <param name="text">What the reader reads, from its beginning.</param>
    /// <param name="limits">Limits of the document.</param>
    /// <param name="row">The value as it is written.</param>
    public static Taking Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, SnapshotLimits limits, out ReadOnlySpan<byte> row)
    {
        row = default;
        var ahead = reader;
        try
        {
            if (!ahead.TrySkip())
            {
                return Taking.Cut;
            }
        }
        catch (JsonException)
        {
            return Taking.Doubtful;
        }

        row = text[(int)reader.TokenStartIndex..(int)ahead.BytesConsumed];
        if (IsDoubtful(row, reader.CurrentDepth + row.Count((byte)'{') + row.Count((byte)'['), hasEscapes: true, limits))
        {
            return Taking.Doubtful;
        }

        reader = ahead;
        return Taking.Whole;
    }

    /// <summary>Takes the row after a row by its brackets alone. Whether it is well-formed otherwise is for its reader to find out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Behind the row before; after it, behind the row that was taken.</param>
    /// <param name="depth">Of the row in the document.</param>
    /// <param name="limits">Limits of the document.</param>
    /// <param name="row">The row as it is written.</param>
    /// <returns>False where there is none, or one of which there is any doubt.</returns>
    // Not to be compiled without optimization first, as methods are by default.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryTakeNext(ReadOnlySpan<byte> text, ref int position, int depth, SnapshotLimits limits, out ReadOnlySpan<byte> row)
    {
        row = default;
        var comma = SkipBlanks(text, position);
        if (comma >= text.Length || text[comma] != ',')
        {
            return false;
        }

        var start = SkipBlanks(text, comma + 1);
        if (start >= text.Length || text[start] != '{' || RowBrackets.Length(text[start..], out var opened, out var hasEscapes) is not (var length and > 0))
        {
            return false;
        }

        row = text.Slice(start, length);
        if (IsDoubtful(row, depth + opened, hasEscapes, limits))
        {
            return false;
        }

        position = start + length;
        return true;
    }

    private static bool IsDoubtful(ReadOnlySpan<byte> row, int mostDepth, bool hasEscapes, SnapshotLimits limits) =>
        row.Length > limits.ChunkBytes || mostDepth > limits.Depth || !Utf8.IsValid(row) || (hasEscapes && MayHaveSurrogates(row));

    private static bool MayHaveSurrogates(ReadOnlySpan<byte> row) => row.IndexOf("\\ud"u8) >= 0 || row.IndexOf("\\uD"u8) >= 0;

    private static int SkipBlanks(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length && text[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            position++;
        }

        return position;
    }
}
