namespace OrgLens.Publishing;

/// <summary>A file of one partition that waits for its upload.</summary>
/// <param name="Partition">The partition's value; null where the column is null, or where there are no partitions.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Rows">Rows in it.</param>
internal sealed record SpooledFile(string? Partition, string Path, long Rows)
{
    /// <summary>What Hive, and with it Athena, calls the partition of a column that is null.</summary>
    public const string NullPartition = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>The partition's value in the catalog.</summary>
    public string PartitionValue => Partition ?? NullPartition;
}
