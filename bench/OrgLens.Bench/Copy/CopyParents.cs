namespace OrgLens.Bench.Copy;

/// <summary>Ids of rows that other rows point to.</summary>
internal sealed record CopyParents
{
    public Dictionary<string, long> Products { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Nodes { get; } = new(StringComparer.Ordinal);

    public long ConfigReport { get; set; }
}
