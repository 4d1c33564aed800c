namespace OrgLens.Publishing;

/// <summary>What a table of the catalog shows.</summary>
/// <param name="Run">The run that wrote its files; null: none of ours.</param>
internal sealed record PublishedRun(string? Run);
