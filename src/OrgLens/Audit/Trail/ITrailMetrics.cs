namespace OrgLens.Audit.Trail;

/// <summary>Counts what the filter did.</summary>
public interface ITrailMetrics
{
    /// <summary>Counts one object.</summary>
    void Count(FilterResult result, TimeSpan elapsed);
}
