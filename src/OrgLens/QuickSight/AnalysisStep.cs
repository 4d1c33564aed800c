namespace OrgLens.QuickSight;

/// <summary>One step of a migration and how it ended.</summary>
/// <param name="Step">What it was about: <c>columns</c>, <c>group</c>, <c>data source</c>, <c>data sets</c>, <c>previous version</c>, <c>analysis</c>, <c>permissions</c> ...</param>
/// <param name="Outcome"><c>created</c>, <c>updated</c>, <c>unchanged</c>, <c>checked</c>, <c>kept</c>, <c>missing</c>, <c>different</c> or <c>failed</c>.</param>
/// <param name="Detail">Which things, or why it failed and what to do.</param>
public sealed record AnalysisStep(string Step, string Outcome, string Detail)
{
    /// <summary>The outcome of a step after which no other was taken.</summary>
    public const string Failed = "failed";
}
