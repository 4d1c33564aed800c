using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Copies JSON tokens as they are, without the white space between them.</summary>
/// <param name="limit">Bytes that it keeps; what is longer is only known to be too long.</param>
internal sealed class JsonCopy(int limit)
{
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

    /// <summary>Closes the object whose start was copied first.</summary>
    public void AppendEndObject()
    {
        Write("}"u8);
        _afterValue = true;
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
