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
        if (row.Length > limits.ChunkBytes || !Utf8.IsValid(row) || MayHaveSurrogates(row) || MayBeTooDeep(row, reader.CurrentDepth, limits))
        {
            return Taking.Doubtful;
        }

        reader = ahead;
        return Taking.Whole;
    }

    private static bool MayHaveSurrogates(ReadOnlySpan<byte> row) => row.IndexOf("\\ud"u8) >= 0 || row.IndexOf("\\uD"u8) >= 0;

    private static bool MayBeTooDeep(ReadOnlySpan<byte> row, int depth, SnapshotLimits limits) =>
        depth + row.Count((byte)'{') + row.Count((byte)'[') > limits.Depth;
}
