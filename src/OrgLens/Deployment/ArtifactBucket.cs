using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>The bucket that code and templates come from, one a Region, as organization.yaml makes it.</summary>
/// <param name="prefix">Begins every name.</param>
/// <param name="organization">The organization; the bucket is in the account whose credentials are in use.</param>
/// <param name="template">Text of a template by its file's name.</param>
internal sealed class ArtifactBucket(string prefix, Organization organization, Func<string, string> template)
{
    /// <summary>Name of the stack that makes it.</summary>
    public string StackName { get; } = $"{prefix}-artifacts";

    /// <summary>Its name without its Region.</summary>
    public string NamePrefix { get; } = $"{prefix}-artifacts-{organization.AccountId}";

    /// <summary>That stack.</summary>
    public StackDefinition Definition { get; } = new($"{prefix}-artifacts", template("cloudformation/organization.yaml"), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OrganizationId"] = organization.Id,
        ["ResourceNamePrefix"] = prefix,
    });

    /// <summary>Its name in a Region.</summary>
    public string NameIn(string region) => $"{NamePrefix}-{region}";

    /// <summary>Where CloudFormation finds an object of it.</summary>
    public string UrlOf(string region, string key) => $"https://{NameIn(region)}.s3.{region}.{AwsPartition.Of(region).DnsSuffix}/{key}";
}
