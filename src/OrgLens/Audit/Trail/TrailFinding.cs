namespace OrgLens.Audit.Trail;

/// <summary>What a trail file holds at a place: a wanted record, or one that can't be used.</summary>
/// <param name="Number">Which record of the file it is, from 1; records that were passed over count.</param>
/// <param name="Position">Where it begins: bytes of decompressed text before it.</param>
public sealed record TrailFinding(long Number, long Position)
{
    /// <summary>The record; null when it can't be used.</summary>
    public TrailRecord? Record { get; init; }

    /// <summary>What is wrong with it, never its values; null when nothing is.</summary>
    public string? Reason { get; init; }
}
