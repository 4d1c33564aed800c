namespace OrgLens.Sender;

/// <summary>A job has ended.</summary>
/// <param name="Job">The collector and its Region.</param>
/// <param name="Entries">How it ended.</param>
/// <param name="Done">Jobs that have ended, this one included.</param>
/// <param name="Total">Jobs in all.</param>
public sealed record CollectionProgress(CollectionJob Job, IReadOnlyList<CoverageEntry> Entries, int Done, int Total);
