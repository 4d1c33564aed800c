using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace OrgLens.Audit.Trail;

/// <summary>
/// A trail file that is read once, from its first byte to its last, plain or compressed with gzip, in bounded memory. Records that nobody wants
/// are passed over without being taken apart.
/// See https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
/// </summary>
/// <param name="stored">The file's bytes; left open.</param>
/// <param name="wants">Chooses records by <c>eventSource</c> and <c>eventName</c>.</param>
/// <param name="limits">How much the file may ask.</param>
public sealed class TrailFile(Stream stored, Func<string, string, bool> wants, TrailLimits limits)
{
    private const int PieceBytes = 64 * 1024;

    private readonly TrailText _text = new(wants, limits, limits.BufferBytes);
    private bool _isCompressed;

    /// <summary>How the reading ended.</summary>
    public TrailOutcome Outcome => _text.Outcome;

    /// <summary>Records so far: wanted, unwanted and bad ones.</summary>
    public long Records => _text.Records;

    /// <summary>Bytes of text so far, after decompression.</summary>
    public long Bytes => _text.Bytes;

    /// <summary>Reads the file and gives each wanted record, and each bad one, as soon as it is whole.</summary>
    /// <exception cref="IOException">The stored bytes could not be read; another try may succeed.</exception>
    public async IAsyncEnumerable<TrailFinding> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stored, new StreamPipeReaderOptions(bufferSize: PieceBytes, leaveOpen: true));
        await using var content = await OpenAsync(pipe, cancellationToken);
        do
        {
            while (_text.Next() is { } finding)
            {
                yield return finding;
            }
        }
        while (!_text.IsOver && await MoreAsync(content, cancellationToken));
    }

    // Compression is told by the first two bytes, whatever the name says.
    private async Task<Stream> OpenAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        var head = await pipe.ReadAtLeastAsync(2, cancellationToken);
        _isCompressed = head.Buffer.Length >= 2 && head.Buffer.FirstSpan is [0x1f, 0x8b, ..];
        pipe.AdvanceTo(head.Buffer.Start);
        return _isCompressed ? new GZipStream(pipe.AsStream(), CompressionMode.Decompress) : pipe.AsStream();
    }

    private async Task<bool> MoreAsync(Stream content, CancellationToken cancellationToken)
    {
        if (_text.Bytes > limits.FileBytes)
        {
            _text.End(TrailOutcome.TooLarge);
            return false;
        }

        try
        {
            var read = await content.ReadAsync(_text.Free(), cancellationToken);
            _text.Added(read);
            if (read == 0)
            {
                // zlib says nothing when even its header is cut off.
                _text.End(_isCompressed && _text.Bytes == 0 ? TrailOutcome.Truncated : null);
            }
        }
        catch (InvalidDataException)
        {
            // Cut off or damaged: zlib does not say which.
            _text.End(TrailOutcome.Truncated);
        }

        return !_text.IsOver;
    }
}
