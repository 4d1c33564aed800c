using System.IO.Compression;
using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>Reads documents that tests write, without a database.</summary>
internal static class DocumentText
{
    /// <summary>The shortest text that is a snapshot.</summary>
    public static string Shortest { get; } = EmptyDocument.Of("111122223333").ToJsonString();

    /// <summary>A document with a further member at its top level.</summary>
    public static string With(string member) => $"{{{member},{Shortest[1..]}";

    public static SnapshotOutline Outline(string text) => Outline(Encoding.UTF8.GetBytes(text));

    public static SnapshotOutline Outline(byte[] stored, SnapshotLimits? limits = null)
    {
        using var document = Stored(stored);
        limits ??= SnapshotLimits.Default;
        var outline = SnapshotOutline.Read(document.OpenText(limits), limits, isStrict: true);
        var quick = SnapshotOutline.Read(document.OpenText(limits), limits, isStrict: false);
        Assert.Equal(outline.Hashes, quick.Hashes);
        Assert.Equal(outline.Rows, quick.Rows);
        return outline;
    }

    public static SnapshotRejectedException Reject(byte[] stored, SnapshotLimits? limits = null) =>
        Assert.Throws<SnapshotRejectedException>(() => Outline(stored, limits));

    public static SnapshotRejectedException Reject(string text, SnapshotLimits? limits = null) => Reject(Encoding.UTF8.GetBytes(text), limits);

    public static byte[] Gzip(byte[] text)
    {
        var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return stored.ToArray();
    }

    /// <summary>Gzip of a document that begins as told and goes on with the same piece until it has the length.</summary>
    public static byte[] GzipBomb(string begin, string piece, long length)
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length)));
        var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(begin));
            for (long written = 0; written < length; written += block.Length)
            {
                gzip.Write(block);
            }
        }

        return stored.ToArray();
    }

    private static SnapshotDocument Stored(byte[] stored) =>
        new(new SnapshotObject("bucket", "key", string.Empty, "etag"), DateTimeOffset.UnixEpoch, stored.Length, () => new MemoryStream(stored, writable: false));
}
