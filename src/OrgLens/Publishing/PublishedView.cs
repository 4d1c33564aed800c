namespace OrgLens.Publishing;

/// <summary>A view whose rows are published.</summary>
/// <param name="View">Its name, which is also that of the table.</param>
/// <param name="Partition">The column whose values the files are parted by.</param>
/// <param name="MonthOf">The column of dates or instants whose months the files are parted by; the table gets them as a column <c>month</c> more.</param>
public sealed record PublishedView(string View, string? Partition, string? MonthOf)
{
    /// <summary>What the table's partition key is called; null: it has none.</summary>
    public string? PartitionKey => MonthOf is null ? Partition : "month";
}
