namespace OrgLens.Sender;

/// <summary>What the collectors' role must be allowed: the operations that they declare, and nothing else.</summary>
public static class CollectorPolicy
{
    /// <summary>Actions of all collectors and of the search for account and Regions, in alphabetical order. Lists know no resources, so they are for <c>*</c>.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        .. CollectorList.All.SelectMany(collector => collector.Operations)
            .Append(AccountIdentity.GetCallerIdentity).Append(AccountRegions.ListRegions).Append(AccountRegions.DescribeRegions)
            .SelectMany(operation => operation.IamActions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
