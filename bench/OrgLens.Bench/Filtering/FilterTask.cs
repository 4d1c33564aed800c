namespace OrgLens.Bench.Filtering;

/// <summary>What a filtering process is told.</summary>
/// <param name="Folder">Of the trail files.</param>
/// <param name="Out">Where its figures go.</param>
internal sealed record FilterTask(string Folder, string Out);
