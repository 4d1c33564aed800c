namespace OrgLens.Audit.Trail;

/// <summary>How much a trail file may ask of its reader.</summary>
public sealed record TrailLimits
{
    /// <summary>The limits of the product.</summary>
    public static TrailLimits Default { get; } = new();

    /// <summary>Bytes of a file after decompression. CloudTrail's own files have some ten megabytes at most.</summary>
    public long FileBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Bytes of one record; it has to be in memory as a whole. CloudTrail's own have 1 MB at most.</summary>
    public int RecordBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Levels of nesting in a record, at most 64.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Records of a file that may be bad; with more of them its rest is given up.</summary>
    public int BadRecords { get; init; } = 1000;

    /// <summary>Bytes of the buffer at first; it grows to twice the largest record.</summary>
    public int BufferBytes { get; init; } = 256 * 1024;
}
