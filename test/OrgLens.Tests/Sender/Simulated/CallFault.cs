namespace OrgLens.Tests.Sender.Simulated;

/// <summary>What can become of a call.</summary>
public enum CallFault
{
    /// <summary>No policy of the role allows it.</summary>
    DeniedByPolicy,

    /// <summary>A service control policy denies it.</summary>
    DeniedByScp,

    /// <summary>The service throttles, as often as it is tried.</summary>
    Throttled,

    /// <summary>No answer in the time of an attempt.</summary>
    Timeout,

    /// <summary>No answer at all until the run has to end.</summary>
    NoAnswer,

    /// <summary>The connection breaks.</summary>
    ConnectionReset,

    /// <summary>HTTP 500.</summary>
    ServerError,

    /// <summary>Half of the body.</summary>
    MalformedBody,

    /// <summary>A proxy's page.</summary>
    Html,

    /// <summary>The account has no subscription for the service.</summary>
    NotSubscribed,

    /// <summary>The Region knows no such service.</summary>
    RegionDisabled,

    /// <summary>From this call on, the account's credentials mean nothing.</summary>
    AccountSuspended,

    /// <summary>A page without items that leads on.</summary>
    EmptyPage,

    /// <summary>A page that leads to itself.</summary>
    RepeatedToken,

    /// <summary>Enumerations have values that nobody has heard of.</summary>
    UnknownValues,

    /// <summary>Items have no members.</summary>
    MissingMembers,
}
