using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace OrgLens.Receiver;

/// <summary>
/// A hash of what is appended to each section, made on a thread of its own: while a document is read nothing else goes on, and hashing
/// takes a third of the time that reading takes.
/// </summary>
internal sealed class SectionHashes : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    // Enough for either side to go on while the other is held up.
    private const int Buffers = 8;

    private readonly BlockingCollection<Piece> _full = new(Buffers);
    private readonly ConcurrentBag<byte[]> _empty = [];
    private readonly Dictionary<string, IncrementalHash> _hashes = new(StringComparer.Ordinal);
    private readonly Task _hashing;
    private string _section = string.Empty;
    private byte[] _buffer = new byte[BufferBytes];
    private int _length;

    /// <summary>Starts the thread.</summary>
    public SectionHashes() => _hashing = Task.Factory.StartNew(HashAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Adds to a section.</summary>
    public void Append(string section, ReadOnlySpan<byte> bytes)
    {
        if (section != _section)
        {
            HandOver();
            _section = section;
        }

        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, _buffer.Length - _length);
            bytes[..taken].CopyTo(_buffer.AsSpan(_length));
            _length += taken;
            bytes = bytes[taken..];
            if (_length == _buffer.Length)
            {
                HandOver();
            }
        }
    }

    /// <summary>The sections' hashes; lower-case hex. Nothing can be added any more.</summary>
    public IReadOnlyDictionary<string, string> Finish()
    {
        HandOver();
        _full.CompleteAdding();
        _hashing.GetAwaiter().GetResult();
        return _hashes.ToDictionary(pair => pair.Key, pair => Convert.ToHexStringLower(pair.Value.GetHashAndReset()), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _full.CompleteAdding();
        _hashing.GetAwaiter().GetResult();
        _full.Dispose();
        foreach (var hash in _hashes.Values)
        {
            hash.Dispose();
        }
    }

    private void HandOver()
    {
        if (_length == 0)
        {
            return;
        }

        _full.Add(new Piece(_section, _buffer, _length));
        _buffer = _empty.TryTake(out var used) ? used : new byte[BufferBytes];
        _length = 0;
    }

    private void HashAll()
    {
        foreach (var piece in _full.GetConsumingEnumerable())
        {
            if (!_hashes.TryGetValue(piece.Section, out var hash))
            {
                hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                _hashes.Add(piece.Section, hash);
            }

            hash.AppendData(piece.Bytes, 0, piece.Length);
            _empty.Add(piece.Bytes);
        }
    }

    private readonly record struct Piece(string Section, byte[] Bytes, int Length);
}
