namespace OrgLens.Bench.Filtering;

/// <summary>What one run of a filter took.</summary>
/// <param name="Records">Records in the files.</param>
/// <param name="Wanted">Records that were wanted.</param>
/// <param name="Bytes">Bytes of text.</param>
/// <param name="PeakBytes">The most memory that the process held at a time.</param>
internal sealed record FilterFigures(long Records, long Wanted, long Bytes, long PeakBytes);
