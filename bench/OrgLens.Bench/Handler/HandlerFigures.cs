namespace OrgLens.Bench.Handler;

/// <summary>What the published executable took for one document.</summary>
/// <param name="Seconds">Of the invocation: fetch, load, move.</param>
/// <param name="SecondsFromStart">From the start of its process to the answer.</param>
/// <param name="Calls">Data API calls, counted at the endpoint.</param>
/// <param name="PeakBytes">The most memory that its process held at a time.</param>
internal sealed record HandlerFigures(double Seconds, double SecondsFromStart, long Calls, long PeakBytes);
