namespace OrgLens.Receiver;

/// <summary>How much a document may ask of the receiver.</summary>
public sealed record SnapshotLimits
{
    /// <summary>The limits of the product.</summary>
    public static SnapshotLimits Default { get; } = new();

    /// <summary>Bytes of a document after decompression.</summary>
    public long DocumentBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Levels of nesting.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Bytes of one JSON string or number; it has to be in memory as a whole.</summary>
    public int TokenBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of text that are held at a time for the sake of rows that are longer than usual; still longer ones are taken token by token.</summary>
    public int WholeRowBytes { get; init; } = 1024 * 1024;

    /// <summary>Products that findings may be grouped by, and the bytes of their objects' other members together.</summary>
    public (int Count, int Bytes) Products { get; init; } = (1000, 1024 * 1024);

    /// <summary>Unknown members that are reported by name, and the characters of a name.</summary>
    public (int Count, int Characters) IgnoredNames { get; init; } = (100, 200);

    /// <summary>Bytes of rows in one request. As base64 they grow by a third, and a Data API request may have 4 MiB.</summary>
    public int ChunkBytes { get; init; } = 2_900_000;

    /// <summary>Bytes of rows in a document's first request, when there are several.</summary>
    public int FirstChunkBytes { get; init; } = 500_000;

    /// <summary>Documents up to this size (as stored) are read in memory, larger ones by way of a temporary file.</summary>
    public long MemoryBytes { get; init; } = 4L * 1024 * 1024;
}
