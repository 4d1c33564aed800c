namespace OrgLens.Deployment;

/// <summary>The hub as it should be.</summary>
/// <param name="StackName">Name of its stack.</param>
/// <param name="Region">Its Region.</param>
public sealed record HubOptions(string StackName, string Region)
{
    /// <summary>Parameters of serverless.template besides OrganizationId; those that are not named keep what they have, or their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
