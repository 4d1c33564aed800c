namespace OrgLens.Aws;

/// <summary>What a failed call says about the account.</summary>
public enum AwsErrorKind
{
    /// <summary>Anything else: an invalid request, an error of the service.</summary>
    Failed,

    /// <summary>No identity or resource policy allows it, or one denies it.</summary>
    DeniedByPolicy,

    /// <summary>A policy of the organization (SCP, RCP) denies it.</summary>
    DeniedByScp,

    /// <summary>The account does not use the service, or has no plan that includes it.</summary>
    NotEnabled,

    /// <summary>The account has not opted into the Region, or the service is not there.</summary>
    RegionDisabled,

    /// <summary>Still throttled after all attempts.</summary>
    Throttled,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>What came back is no answer of the service: a proxy's page, a cut-off body.</summary>
    Malformed,

    /// <summary>The thing that was asked for is not there (any more).</summary>
    NotFound,
}
