namespace OrgLens.Audit.Trail;

/// <summary>What a scan has done.</summary>
/// <param name="Files">Files that were read.</param>
/// <param name="Records">Records in them.</param>
/// <param name="Bytes">Bytes of text in them.</param>
/// <param name="Consumers">What each consumer has got.</param>
/// <param name="Faults">What could not be used.</param>
public sealed record TrailScanResult(int Files, long Records, long Bytes, IReadOnlyList<ScanTally> Consumers, IReadOnlyList<ScanFault> Faults);
