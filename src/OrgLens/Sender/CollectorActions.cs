namespace OrgLens.Sender;

/// <summary>What a role must be allowed in order to collect.</summary>
public static class CollectorActions
{
    /// <summary>The IAM actions of a run, in the order of their names: the collectors', and those that find account and Regions.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Collector> collectors) =>
    [
        .. collectors.SelectMany(collector => collector.Operations)
            .Concat([AccountIdentity.GetCallerIdentity, AccountRegions.ListRegions, AccountRegions.DescribeRegions])
            .SelectMany(operation => operation.IamActions)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
