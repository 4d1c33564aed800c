namespace OrgLens.Local.Simulation.Api;

/// <summary>How things are.</summary>
internal sealed record SimulationState(
    DateTimeOffset Now, double LatencyMs, int Rules, IReadOnlyDictionary<string, long> Calls, IReadOnlyList<SimulationState.Member> Accounts)
{
    /// <summary>An account of the organization.</summary>
    internal sealed record Member(string Id, string Name, IReadOnlyList<string> Regions);
}
