namespace OrgLens.QuickSight;

/// <summary>An analysis can't be brought to QuickSight as it is. The message says what is in the way.</summary>
public sealed class AnalysisMigrationException : Exception
{
    /// <inheritdoc/>
    public AnalysisMigrationException(string message)
        : base(message)
    {
    }
}
