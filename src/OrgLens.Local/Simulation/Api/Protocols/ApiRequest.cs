using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>What a request calls, and with what.</summary>
internal sealed record ApiRequest(ApiOperation Operation, JsonObject Input);
