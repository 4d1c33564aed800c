using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Names and origins of coverage statuses.</summary>
public static class CoverageStatuses
{
    /// <summary>The status as the document writes it.</summary>
    public static string NameOf(this CoverageStatus status) => status switch
    {
        CoverageStatus.Complete => "complete",
        CoverageStatus.Empty => "empty",
        CoverageStatus.NotEnabled => "not_enabled",
        CoverageStatus.RegionDisabled => "region_disabled",
        CoverageStatus.OverBudget => "over_budget",
        CoverageStatus.DeniedIam => "denied_iam",
        CoverageStatus.DeniedScp => "denied_scp",
        CoverageStatus.Throttled => "throttled",
        _ => "failed",
    };

    /// <summary>Whether something is missing that the account has: what the run's exit status speaks of.</summary>
    public static bool IsGap(this CoverageStatus status) => status is not
        (CoverageStatus.Complete or CoverageStatus.Empty or CoverageStatus.NotEnabled or CoverageStatus.RegionDisabled);

    /// <summary>What a failed call makes of its collector's coverage.</summary>
    public static CoverageStatus Of(AwsErrorKind kind) => kind switch
    {
        AwsErrorKind.DeniedByPolicy => CoverageStatus.DeniedIam,
        AwsErrorKind.DeniedByScp => CoverageStatus.DeniedScp,
        AwsErrorKind.NotEnabled => CoverageStatus.NotEnabled,
        AwsErrorKind.RegionDisabled => CoverageStatus.RegionDisabled,
        AwsErrorKind.Throttled => CoverageStatus.Throttled,
        _ => CoverageStatus.Failed,
    };
}
