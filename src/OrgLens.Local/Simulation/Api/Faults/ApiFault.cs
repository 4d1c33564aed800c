namespace OrgLens.Local.Simulation.Api.Faults;

/// <summary>What may become of a call.</summary>
public enum ApiFault
{
    /// <summary>No policy of the role allows it.</summary>
    DeniedByPolicy,

    /// <summary>A service control policy of the organization forbids it.</summary>
    DeniedByScp,

    /// <summary>The caller asks too often.</summary>
    Throttled,

    /// <summary>The account has not subscribed to the service.</summary>
    NotSubscribed,

    /// <summary>The credentials are of no use in this Region: it is not enabled.</summary>
    RegionDisabled,

    /// <summary>The account was suspended.</summary>
    AccountSuspended,

    /// <summary>The service has failed (HTTP 500).</summary>
    InternalError,

    /// <summary>The service can't be used at the moment (HTTP 503).</summary>
    Unavailable,

    /// <summary>No answer ever comes.</summary>
    NoAnswer,

    /// <summary>The connection is reset instead of an answer.</summary>
    ConnectionReset,

    /// <summary>The connection ends in the middle of the answer.</summary>
    CutOff,

    /// <summary>A proxy answers with a page of its own, as if all were well.</summary>
    Html,

    /// <summary>A proxy says that it does not reach the service (HTTP 502, HTML).</summary>
    BadGateway,

    /// <summary>The answer is no JSON or XML at all.</summary>
    Malformed,

    /// <summary>The body of the answer is empty.</summary>
    EmptyBody,

    /// <summary>The page has no items but a token that leads on.</summary>
    EmptyPage,

    /// <summary>The token of the page leads to the same page, again and again.</summary>
    RepeatedToken,

    /// <summary>Items have no members.</summary>
    MissingMembers,

    /// <summary>Values of enumerations are such as nobody has heard of.</summary>
    UnknownValues,
}
