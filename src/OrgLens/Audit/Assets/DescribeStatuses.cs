using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Names of the statuses, and what failures of calls mean.</summary>
internal static class DescribeStatuses
{
    /// <summary>The name in the database.</summary>
    public static string Name(this DescribeStatus status) => status switch
    {
        DescribeStatus.Described => "described",
        DescribeStatus.Gone => "gone",
        DescribeStatus.Denied => "denied",
        DescribeStatus.NotEnabled => "not_enabled",
        DescribeStatus.RegionDisabled => "region_disabled",
        DescribeStatus.Throttled => "throttled",
        DescribeStatus.TimedOut => "timed_out",
        DescribeStatus.NotAsked => "not_asked",
        _ => "failed",
    };

    /// <summary>What a failed call says.</summary>
    public static DescribeStatus Of(AwsCallException failure) => failure.Kind switch
    {
        AwsErrorKind.NotFound => DescribeStatus.Gone,
        AwsErrorKind.DeniedByPolicy or AwsErrorKind.DeniedByScp => DescribeStatus.Denied,
        AwsErrorKind.NotEnabled => DescribeStatus.NotEnabled,
        AwsErrorKind.RegionDisabled => DescribeStatus.RegionDisabled,
        AwsErrorKind.Throttled => DescribeStatus.Throttled,
        AwsErrorKind.TimedOut or AwsErrorKind.Unreachable => DescribeStatus.TimedOut,
        _ => DescribeStatus.Failed,
    };
}
