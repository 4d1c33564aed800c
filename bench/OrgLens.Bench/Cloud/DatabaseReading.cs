namespace OrgLens.Bench.Cloud;

/// <summary>What has been written.</summary>
/// <param name="Inserted">Rows inserted into tables of facts.</param>
/// <param name="Updated">Rows updated in tables of facts.</param>
/// <param name="Bookkeeping">Rows inserted and updated in the ledger, collections, coverage and logs.</param>
/// <param name="SequenceValues">Sequence values drawn for tables of facts.</param>
internal sealed record DatabaseReading(long Inserted, long Updated, long Bookkeeping, long SequenceValues)
{
    public DatabaseReading Since(DatabaseReading earlier) => new(
        Inserted - earlier.Inserted, Updated - earlier.Updated, Bookkeeping - earlier.Bookkeeping, SequenceValues - earlier.SequenceValues);
}
