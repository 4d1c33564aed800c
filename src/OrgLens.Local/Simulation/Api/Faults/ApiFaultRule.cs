namespace OrgLens.Local.Simulation.Api.Faults;

/// <summary>Which calls go wrong, and how. A condition that is not set holds for every call.</summary>
public sealed record ApiFaultRule
{
    /// <summary>What becomes of the calls.</summary>
    public required ApiFault Fault { get; init; }

    /// <summary>The signing name of the service, such as <c>guardduty</c>.</summary>
    public string? Service { get; init; }

    /// <summary>The operation, such as <c>ListFindings</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The account that asks.</summary>
    public string? Account { get; init; }

    /// <summary>The Region that is asked.</summary>
    public string? Region { get; init; }

    /// <summary>The page that is asked for; the first is 0.</summary>
    public int? Page { get; init; }

    /// <summary>Only the call with this number among those that the conditions above hold for; the first is 1.</summary>
    public long? Call { get; init; }

    /// <summary>Only the calls after the one with this number.</summary>
    public long? After { get; init; }

    /// <summary>Only this share of the calls, from 0 to 1; which ones is the same in every run.</summary>
    public double? Share { get; init; }
}
