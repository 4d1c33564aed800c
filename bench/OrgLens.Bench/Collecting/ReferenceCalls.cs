using OrgLens.Bench.Collecting.Answers;

namespace OrgLens.Bench.Collecting;

/// <summary>The requests that the Python reference's sender makes for the account of <see cref="AccountAnswers"/>: it has a stack in each Region.</summary>
internal static class ReferenceCalls
{
    private const int PermissionCheck = 22;
    private const int Account = 7;
    private const int ServicesAndCost = 5;
    private const int Upload = 1;

    public static int OfAllStacks => AccountAnswers.Regions.Count * OfStack;

    // Read from its source, one term for each of its functions. It reads first pages, so that only three lists count by pages.
    private static int OfStack =>
        PermissionCheck
        + Account
        + ServicesAndCost
        + 2 + Items("Config Service:DescribeConformancePacks") + Items("Config Service:DescribeComplianceByConfigRule")
        + 1 + (3 * Items("SSM:DescribeInstanceInformation"))
        // Security Hub: two queries, to their ends.
        + (2 * AnswerText.Pages)
        // GuardDuty: one detector.
        + 1 + 2
        + 1 + (2 * Items("KMS:ListKeys"))
        + 4 + (5 * Items("WAFV2:ListWebACLs"))
        // CloudTrail: one trail. Then secrets, certificates, Inspector.
        + 1 + 1
        + 1
        + 1 + Items("ACM:ListCertificates")
        + 1
        + 1 + Items("Support:DescribeTrustedAdvisorChecks")
        + 1 + Items("resiliencehub:ListApps")
        // Health, Compute Optimizer.
        + 1 + 3
        // Service resources: functions to the last page.
        + 7 + AnswerText.Pages
        // Support cases.
        + AnswerText.Pages
        + 3 + Items("EC2:DescribeReservedInstances") + Items("savingsplans:DescribeSavingsPlans")
        + Upload;

    private static int Items(string list) => AccountAnswers.ItemsOf(list);
}
