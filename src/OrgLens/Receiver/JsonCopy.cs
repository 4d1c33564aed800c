using System.Buffers;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Copies JSON tokens as they are, without the white space between them.</summary>
/// <param name="limit">Bytes that it keeps; what is longer is only known to be too long.</param>
internal sealed class JsonCopy(int limit)
{
    private static readonly SearchValues<byte> s_blanks = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> s_blanksAndQuote = SearchValues.Create(" \t\r\n\""u8);

    private byte[] _bytes = new byte[1024];
    private int _length;
    private bool _afterValue;

    /// <summary>Whether more than the limit was copied; the written bytes are incomplete then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The JSON copied so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _length = 0;
        _afterValue = false;
        IsTooLong = false;
    }

    /// <summary>Copies the reader's current token.</summary>
    public void Append(ref Utf8JsonReader reader)
    {
        var token = reader.TokenType;
        var closes = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (_afterValue && !closes)
        {
            Write(","u8);
        }

        _afterValue = true;
        switch (token)
        {
            case JsonTokenType.PropertyName:
                WriteQuoted(reader.ValueSpan);
                Write(":"u8);
                _afterValue = false;
                break;
            case JsonTokenType.String:
                WriteQuoted(reader.ValueSpan);
                break;
            case JsonTokenType.StartObject:
                Write("{"u8);
                _afterValue = false;
                break;
            case JsonTokenType.StartArray:
                Write("["u8);
                _afterValue = false;
                break;
            case JsonTokenType.EndObject:
                Write("}"u8);
                break;
            case JsonTokenType.EndArray:
                Write("]"u8);
                break;
            default:
                Write(reader.ValueSpan);
                break;
        }
    }

    /// <summary>Copies a value that is known to be well-formed.</summary>
    public void AppendValue(ReadOnlySpan<byte> json)
    {
        var scanned = 0;
        while (json[scanned..].IndexOfAny(s_blanksAndQuote) is var found and >= 0)
        {
            var at = scanned + found;
            if (json[at] == (byte)'"')
            {
                scanned = at + LengthOfString(json[at..]);
                continue;
            }

            Write(json[..at]);
            var blanks = json[at..].IndexOfAnyExcept(s_blanks);
            json = blanks < 0 ? [] : json[(at + blanks)..];
            scanned = 0;
        }

        Write(json);
        _afterValue = true;
    }

    /// <summary>Closes the object whose start was copied first.</summary>
    public void AppendEndObject()
    {
        Write("}"u8);
        _afterValue = true;
    }

    private static int LengthOfString(ReadOnlySpan<byte> json)
    {
        var length = 1;
        while (true)
        {
            length += json[length..].IndexOfAny((byte)'"', (byte)'\\') + 1;
            if (json[length - 1] == (byte)'"')
            {
                return length;
            }

            // What is escaped ends no string.
            length++;
        }
    }

    private void WriteQuoted(ReadOnlySpan<byte> raw)
    {
        Write("\""u8);
        Write(raw);
        Write("\""u8);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > limit)
        {
            IsTooLong = true;
            return;
        }

        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
