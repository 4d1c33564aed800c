namespace OrgLens.Local.DataApi;

/// <summary>What is to go wrong.</summary>
/// <param name="LatencyMs">Milliseconds added to every call from now on.</param>
/// <param name="Failures">The failures.</param>
internal sealed record FaultPlan(double? LatencyMs = null, IReadOnlyList<FaultPlan.Failure>? Failures = null)
{
    /// <summary>A failure of the call with a number, or of the next so many calls.</summary>
    internal sealed record Failure(DataApiFault Fault, long? Call = null, int? Next = null);
}
