namespace OrgLens.Audit.Assets;

/// <summary>How the question about an asset ended.</summary>
public enum DescribeStatus
{
    /// <summary>It was answered.</summary>
    Described,

    /// <summary>There is no such resource (any more, or yet).</summary>
    Gone,

    /// <summary>The role can't be assumed, or may not ask.</summary>
    Denied,

    /// <summary>The account does not use the service.</summary>
    NotEnabled,

    /// <summary>The account has not opted into the Region.</summary>
    RegionDisabled,

    /// <summary>Still throttled after some attempts.</summary>
    Throttled,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>Anything else.</summary>
    Failed,

    /// <summary>It is another account's, and no role to read it is configured.</summary>
    NotAsked,
}
