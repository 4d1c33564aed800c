using System.Text.Json.Serialization;

namespace OrgLens.Local.Simulation.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SimulationOrder))]
[JsonSerializable(typeof(SimulationState))]
internal sealed partial class SimulationJson : JsonSerializerContext;
