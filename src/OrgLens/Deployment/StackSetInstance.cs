namespace OrgLens.Deployment;

/// <summary>A stack of a StackSet.</summary>
/// <param name="AccountId">The account that it is in.</param>
/// <param name="Region">The Region that it is in.</param>
/// <param name="Status">CloudFormation's detailed word for its state (<c>SUCCEEDED</c>, <c>FAILED</c> …).</param>
/// <param name="Reason">Why it is so; null when nothing is wrong.</param>
public sealed record StackSetInstance(string AccountId, string Region, string Status, string? Reason)
{
    /// <summary>Whether it is as the StackSet says.</summary>
    public bool IsWell => Status is "SUCCEEDED" or "CURRENT";
}
