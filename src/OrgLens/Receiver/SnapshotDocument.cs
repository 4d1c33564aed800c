using System.IO.Compression;

namespace OrgLens.Receiver;

/// <summary>A document at hand: where it came from, and its bytes, which can be read more than once.</summary>
/// <param name="source">The object it came from.</param>
/// <param name="lastModified">When the object was written.</param>
/// <param name="size">Bytes as stored.</param>
/// <param name="open">Opens the stored bytes from their beginning; the stream must be able to seek.</param>
/// <param name="release">Frees what holds the bytes; null when there is nothing to free.</param>
public sealed class SnapshotDocument(SnapshotObject source, DateTimeOffset lastModified, long size, Func<Stream> open, Action? release = null) : IDisposable
{
    /// <summary>The object it came from.</summary>
    public SnapshotObject Source { get; } = source;

    /// <summary>When the object was written.</summary>
    public DateTimeOffset LastModified { get; } = lastModified;

    /// <summary>Bytes as stored, before decompression.</summary>
    public long Size { get; } = size;

    /// <summary>A document of a local file, under the key that it would have in the bucket.</summary>
    public static SnapshotDocument FromFile(string path, SnapshotObject source)
    {
        var file = new FileInfo(path);
        return new SnapshotDocument(source, file.LastWriteTimeUtc, file.Length, () => file.OpenRead());
    }

    /// <inheritdoc/>
    public void Dispose() => release?.Invoke();

    /// <summary>Opens the document's JSON text; gzip is told by its first two bytes, whatever the name says.</summary>
    /// <exception cref="SnapshotRejectedException">Thrown on reading past the limit, and where gzip is damaged.</exception>
    internal Stream OpenText(SnapshotLimits limits)
    {
        var stored = open();
        Span<byte> magic = stackalloc byte[2];
        var isGzip = stored.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic.SequenceEqual<byte>([0x1f, 0x8b]);
        stored.Position = 0;
        return new BoundedStream(isGzip ? new GZipStream(stored, CompressionMode.Decompress) : stored, limits.DocumentBytes);
    }
}
