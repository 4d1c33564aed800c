namespace OrgLens.Local.Simulation.Estate;

internal sealed record AdvisorCheck(string Name, string Category, string Recommendation, double MonthlySavings)
{
    /// <summary>The same for every account.</summary>
    public string Id { get; } = new SeededStream(0).Child(Name).Letters(10);
}

internal sealed record FlaggedCheck(AdvisorCheck Check, bool IsError, int Affected, double? Savings, DateTimeOffset RefreshedAt);

/// <summary>Trusted Advisor: checks that flag something are there for some weeks, then are solved.</summary>
internal static class Advice
{
    public static IReadOnlyList<AdvisorCheck> Checks { get; } =
    [
        new("Low Utilization Amazon EC2 Instances", "cost_optimizing", "Checks the Amazon Elastic Compute Cloud (Amazon EC2) instances that were running at any time during the last 14 days.<br>\n<br>\n<b>Recommended Action</b><br>\nConsider stopping or terminating instances that have low utilization.", 48),
        new("Underutilized Amazon EBS Volumes", "cost_optimizing", "Checks volume configurations and warns when volumes appear to be underused.<br>\r\n<br>\r\nA volume without I/O for 7 days is flagged.", 11),
        new("Idle Load Balancers", "cost_optimizing", "Checks for load balancers that are not actively used.", 16.2),
        new("Amazon S3 Bucket Permissions", "security", "Checks buckets that have open access permissions. The \u201cBlock public access\u201d setting may restrict them.", 0),
        new("MFA on Root Account", "security", "Checks the root account and warns if multi-factor authentication (MFA) is not enabled.", 0),
        new("Security Groups - Specific Ports Unrestricted", "security", "Checks security groups for rules that allow unrestricted access (0.0.0.0/0) to specific ports.", 0),
        new("Amazon EBS Snapshots", "fault_tolerance", "Checks the age of the snapshots for your volumes.", 0),
        new("Load Balancer Optimization", "fault_tolerance", "Checks your load balancer configuration.", 0),
        new("Amazon RDS Multi-AZ", "fault_tolerance", "Checks for DB instances that are deployed in a single Availability Zone.", 0),
        new("High Utilization Amazon EC2 Instances", "performance", "Checks instances that ran hot on 4 or more of the last 14 days.", 0),
        new("VPC Elastic IP Address", "service_limits", "Checks for usage that is more than 80% of the limit.", 0),
        new("RDS DB Instances", "service_limits", "Checks for usage that is more than 80% of the limit.", 0),
    ];

    public static IEnumerable<FlaggedCheck> Flagged(SimulatedAccount account, DateOnly day) => Checks.Select(check => Flagged(account, check, day)).OfType<FlaggedCheck>();

    /// <summary>What a check has found on a day; null when all is well.</summary>
    public static FlaggedCheck? Flagged(SimulatedAccount account, AdvisorCheck check, DateOnly day)
    {
        var stream = account.Stream.Child("check").Child(check.Name);
        var span = stream.Int(5, 25);
        var (period, age) = Math.DivRem(day.DayNumber + stream.Int(0, span), span);
        var story = stream.Child(period);
        if (!story.Chance(0.6) || age > span - 2)
        {
            return null;
        }

        var affected = story.Int(1, 7);
        double? savings = check.MonthlySavings > 0 ? Math.Round(check.MonthlySavings * affected * account.Size, 2) : null;
        return new FlaggedCheck(check, story.Chance(0.3), affected, savings, day.At(story.Child(age)));
    }
}
