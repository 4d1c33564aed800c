namespace OrgLens.Local.Provisioning;

/// <summary>A queue by its two names.</summary>
public sealed record QueueAddress(string Url, string Arn)
{
    /// <summary>The last part of its ARN.</summary>
    public string Name => Arn.Split(':')[^1];
}
