namespace OrgLens.Bench.Collecting;

/// <summary>What a collecting process is told.</summary>
/// <param name="Endpoint">Of all services.</param>
/// <param name="Out">Where the document goes.</param>
internal sealed record CollectTask(string Endpoint, string Out);
