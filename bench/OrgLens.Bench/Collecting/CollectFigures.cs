namespace OrgLens.Bench.Collecting;

/// <summary>What one run took, as its own process saw it.</summary>
/// <param name="Seconds">From the first call to the last byte of the document.</param>
/// <param name="Calls">Calls, those that find account and Regions included.</param>
/// <param name="PaidCalls">Paid requests among them.</param>
/// <param name="Rows">Rows in the document.</param>
/// <param name="Bytes">Of the document, compressed.</param>
/// <param name="PeakBytes">The most memory that the process held at a time.</param>
/// <param name="CpuSeconds">Of the process during the run.</param>
/// <param name="BareSeconds">What as many calls took afterwards that were neither signed nor read.</param>
/// <param name="Gaps">What the coverage says is missing.</param>
internal sealed record CollectFigures(
    double Seconds, int Calls, int PaidCalls, long Rows, long Bytes, long PeakBytes, double CpuSeconds, double BareSeconds, IReadOnlyList<string> Gaps);
