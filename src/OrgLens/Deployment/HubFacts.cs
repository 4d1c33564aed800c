namespace OrgLens.Deployment;

/// <summary>What spokes must know of the hub.</summary>
/// <param name="Region">The hub's Region.</param>
/// <param name="Stack">The hub's stack.</param>
public sealed record HubFacts(string Region, StackFacts Stack)
{
    /// <summary>Begins every name.</summary>
    public string Prefix => Stack.Parameter("ResourceNamePrefix");

    /// <summary>Parameters of spoke.yaml.</summary>
    internal Dictionary<string, string> Spoke(Organization organization, string artifactBucket, string artifactKey) => new(StringComparer.Ordinal)
    {
        ["HubAccountId"] = organization.AccountId,
        ["PrimaryRegion"] = Region,
        ["OrganizationId"] = organization.Id,
        ["ResourceNamePrefix"] = Prefix,
        ["S3BucketName"] = Stack.Output("S3BucketName"),
        ["AnalyticsKMSKey"] = Stack.Output("KMSKeyArn"),
        ["ArtifactBucketPrefix"] = artifactBucket,
        ["ArtifactKey"] = artifactKey,
    };

    /// <summary>Parameters of spoke-region.yaml.</summary>
    internal Dictionary<string, string> SpokeRegion(Organization organization) => new(StringComparer.Ordinal)
    {
        ["HubAccountId"] = organization.AccountId,
        ["PrimaryRegion"] = Region,
        ["ResourceNamePrefix"] = Prefix,
    };

    /// <summary>Parameters of hub-region.yaml.</summary>
    internal Dictionary<string, string> HubRegion(Organization organization, string artifactBucket, string artifactKey) => new(StringComparer.Ordinal)
    {
        ["OrganizationId"] = organization.Id,
        ["ResourceNamePrefix"] = Prefix,
        ["AuroraClusterArn"] = Stack.Output("AuroraClusterArn"),
        ["AuroraSecretArn"] = Stack.Output("AuroraSecretArn"),
        ["DatabaseName"] = Stack.Parameter("DatabaseName"),
        ["ArtifactBucketPrefix"] = artifactBucket,
        ["ArtifactKey"] = artifactKey,
    };
}
