namespace OrgLens.Sender;

/// <summary>How a collector ended in a Region. Where several hold, the later one counts.</summary>
public enum CoverageStatus
{
    /// <summary>Everything there is was listed.</summary>
    Complete,

    /// <summary>The list was read to its end, and nothing is in it.</summary>
    Empty,

    /// <summary>The account does not use the service.</summary>
    NotEnabled,

    /// <summary>The account has not opted into the Region, or the service is not there.</summary>
    RegionDisabled,

    /// <summary>The spend guard let no more paid calls through.</summary>
    OverBudget,

    /// <summary>An identity or resource policy does not allow it.</summary>
    DeniedIam,

    /// <summary>A policy of the organization denies it.</summary>
    DeniedScp,

    /// <summary>Still throttled after all attempts.</summary>
    Throttled,

    /// <summary>Anything else: timeout, broken connection, malformed answer, deadline.</summary>
    Failed,
}
