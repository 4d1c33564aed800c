namespace OrgLens.Publishing;

/// <summary>What a run published.</summary>
/// <param name="Run">The run, which names the folders of its files.</param>
/// <param name="Views">Each view, in order.</param>
public sealed record PublishReport(string Run, IReadOnlyList<PublishedViewReport> Views)
{
    /// <summary>Whether every view was published.</summary>
    public bool IsComplete => Views.All(view => view.Error is null);
}
