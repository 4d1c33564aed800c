using System.Text.Json;
using System.Text.Unicode;

namespace OrgLens.Receiver;

/// <summary>
/// Takes a row in one step instead of token by token. It takes only what is beyond doubt: whatever is cut by the end of the buffer,
/// malformed or suspicious is left to the tokens, which know the reason and the place.
/// </summary>
internal static class WholeRow
{
    /// <summary>Moves the reader to the last token of the value that its current token begins.</summary>
    /// <param name="reader">Stays where it is when the row is not taken.</param>
    /// <param name="text">What the reader reads, from its beginning.</param>
    /// <param name="limits">Limits of the document.</param>
    /// <param name="row">The value as it is written.</param>
    public static bool TrySkip(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, SnapshotLimits limits, out ReadOnlySpan<byte> row)
    {
        row = default;
        var ahead = reader;
        try
        {
            if (!ahead.TrySkip())
            {
                return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        row = text[(int)reader.TokenStartIndex..(int)ahead.BytesConsumed];
        if (!Utf8.IsValid(row) || MayHaveSurrogates(row) || MayBeTooDeep(row, reader.CurrentDepth, limits))
        {
            return false;
        }

        reader = ahead;
        return true;
    }

    private static bool MayHaveSurrogates(ReadOnlySpan<byte> row) => row.IndexOf("\\ud"u8) >= 0 || row.IndexOf("\\uD"u8) >= 0;

    private static bool MayBeTooDeep(ReadOnlySpan<byte> row, int depth, SnapshotLimits limits) =>
        depth + row.Count((byte)'{') + row.Count((byte)'[') > limits.Depth;
}
