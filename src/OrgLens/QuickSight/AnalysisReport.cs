namespace OrgLens.QuickSight;

/// <summary>What a migration did.</summary>
/// <param name="Steps">The steps in their order; the last one may have failed.</param>
public sealed record AnalysisReport(IReadOnlyList<AnalysisStep> Steps)
{
    /// <summary>Whether every step was taken.</summary>
    public bool IsComplete => Steps.All(step => step.Outcome != AnalysisStep.Failed);
}
