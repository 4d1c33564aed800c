namespace OrgLens.QuickSight;

/// <summary>How an analysis is brought to QuickSight.</summary>
/// <param name="Source">Where its data sets read.</param>
public sealed record AnalysisSettings(DataSourceSettings Source)
{
    /// <summary>What our own analysis, and a data source without another id, is called.</summary>
    public const string UsualId = "orglens";

    /// <summary>Its name; null: the one in the bundle.</summary>
    public string? Name { get; init; }

    /// <summary>Its id, which stays the same from version to version; null: the one in the bundle.</summary>
    public string? AnalysisId { get; init; }

    /// <summary>The group of the namespace <c>default</c> that may use it all; made where it is missing.</summary>
    public string Group { get; init; } = "OrgLens";

    /// <summary>ARN of a user or group that may use it all, instead of <see cref="Group"/>: where groups come from IAM Identity Center.</summary>
    public string? Principal { get; init; }

    /// <summary>Import it also when QuickSight has this very version: it takes away what was changed in place.</summary>
    public bool IsForced { get; init; }
}
