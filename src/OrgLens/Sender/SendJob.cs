namespace OrgLens.Sender;

/// <summary>One collector in one Region, by name.</summary>
/// <param name="Collector">Name of the collector.</param>
/// <param name="Region">Region, or <c>Global</c>.</param>
public sealed record SendJob(string Collector, string Region);
