using OrgLens.Local.Simulation.Api.Faults;

namespace OrgLens.Local.Simulation.Api;

/// <summary>What is to change.</summary>
/// <param name="Now">Stops the clock at an instant.</param>
/// <param name="LatencyMs">Milliseconds added to every call from now on.</param>
/// <param name="Faults">Further rules.</param>
internal sealed record SimulationOrder(DateTimeOffset? Now = null, double? LatencyMs = null, IReadOnlyList<ApiFaultRule>? Faults = null);
