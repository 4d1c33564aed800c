using System.Text.Json;
using System.Text.Unicode;

namespace OrgLens.Receiver;

/// <summary>What the JSON reader leaves unchecked: UTF-8 inside strings, surrogate pairs, the limit of nesting.</summary>
internal static class TokenCheck
{
    /// <summary>Refuses the document when its current token is no text or too deep.</summary>
    public static void Check(ref Utf8JsonReader reader, SnapshotLimits limits)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= limits.Depth:
                throw new SnapshotRejectedException(RejectionReasons.TooDeep, $"more than {limits.Depth} levels");
            case JsonTokenType.String or JsonTokenType.PropertyName:
                CheckText(reader.ValueSpan, reader.ValueIsEscaped);
                break;
        }
    }

    private static void CheckText(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!Utf8.IsValid(raw))
        {
            throw new SnapshotRejectedException(RejectionReasons.NotUtf8, "a string is not UTF-8");
        }

        if (isEscaped && HasLoneSurrogate(raw))
        {
            throw new SnapshotRejectedException(RejectionReasons.LoneSurrogate, "a string has half of a surrogate pair");
        }
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> raw)
    {
        var highPending = false;
        while (true)
        {
            var escape = raw.IndexOf((byte)'\\');
            if (escape < 0)
            {
                return highPending;
            }

            if (highPending && escape > 0)
            {
                return true;
            }

            if (raw[escape + 1] != (byte)'u')
            {
                if (highPending)
                {
                    return true;
                }

                raw = raw[(escape + 2)..];
                continue;
            }

            // \uD800-\uDBFF is the first half, \uDC00-\uDFFF the second.
            var lead = raw[escape + 2] | 0x20;
            var kind = raw[escape + 3] | 0x20;
            var isSurrogate = lead == 'd' && kind is '8' or '9' or (>= 'a' and <= 'f');
            var isLow = isSurrogate && kind is >= 'c' and <= 'f';
            if (isLow != highPending)
            {
                return true;
            }

            highPending = isSurrogate && !isLow;
            raw = raw[(escape + 6)..];
        }
    }
}
