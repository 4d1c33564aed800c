using System.Buffers;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Reads a JSON document token by token from a stream; memory holds one buffer, whatever the document's size.</summary>
internal sealed class JsonTokens(Stream stream, SnapshotLimits limits) : IDisposable
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1024 };

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
    private int _start;
    private int _end;
    private bool _final;
    private bool _begun;
    private JsonReaderState _state = new(Options);

    /// <summary>Hands tokens to the sink until it wants no more for now or the document ends.</summary>
    /// <returns>True when the sink stopped, false at the end of the document.</returns>
    /// <exception cref="SnapshotRejectedException">The document is no JSON or breaks a limit.</exception>
    public bool Run(SectionWalker sink)
    {
        while (true)
        {
            ReadOnlySpan<byte> text = _buffer.AsSpan(_start, _end - _start);
            var reader = new Utf8JsonReader(text, _final, _state);
            var before = reader;
            var goOn = true;
            try
            {
                while (goOn && reader.Read())
                {
                    goOn = sink.Take(ref reader, ref text, canWait: !_final && _buffer.Length < Math.Min(limits.WholeRowBytes, limits.TokenBytes));
                    if (sink.WantsMoreText)
                    {
                        reader = before;
                        goOn = true;
                        break;
                    }

                    before = reader;
                }
            }
            catch (JsonException exception)
            {
                throw Malformed(exception);
            }

            _start = _end - text.Length + (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (!goOn)
            {
                return true;
            }

            if (_final)
            {
                return false;
            }

            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        stream.Dispose();
    }

    private SnapshotRejectedException Malformed(JsonException exception)
    {
        var place = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
        return CouldGoOn()
            ? new SnapshotRejectedException(RejectionReasons.Truncated, $"the document ends at {place}")
            : new SnapshotRejectedException(RejectionReasons.NotJson, place);
    }

    // What is well-formed as far as it goes has been cut; anything else would be wrong however it went on.
    private bool CouldGoOn()
    {
        if (!_final)
        {
            return false;
        }

        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }
        else if (_end == _buffer.Length)
        {
            if (_buffer.Length >= limits.TokenBytes)
            {
                throw new SnapshotRejectedException(RejectionReasons.TooLarge, $"one value has more than {limits.TokenBytes} bytes");
            }

            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Buffer.BlockCopy(_buffer, 0, larger, 0, _end);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        while (_end < _buffer.Length && !_final)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _final = read == 0;
            _end += read;
        }

        if (!_begun)
        {
            _begun = true;
            if (_end == 0)
            {
                throw new SnapshotRejectedException(RejectionReasons.Empty, "the document has no bytes");
            }

            // A byte order mark is no JSON, but some editors write one.
            _start = _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8) ? 3 : 0;
        }
    }
}
