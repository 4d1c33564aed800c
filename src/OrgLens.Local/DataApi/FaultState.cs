namespace OrgLens.Local.DataApi;

/// <summary>What has happened and what is planned.</summary>
internal sealed record FaultState(long Calls, double LatencyMs, int Pending);
