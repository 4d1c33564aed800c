using Amazon.Runtime;

namespace OrgLens.Aws;

/// <summary>How calls are made.</summary>
public sealed record AwsClientOptions
{
    /// <summary>Whose calls they are; null: the SDK's default chain (environment, profile, role of the function).</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>How often calls are tried again.</summary>
    public AwsRetry Retry { get; init; } = AwsRetry.Default;

    /// <summary>How long one attempt may take, its answer's body included.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Use the FIPS 140 endpoints.</summary>
    public bool UseFips { get; init; }

    /// <summary>One endpoint for every service; null: the public ones, unless the environment says otherwise.</summary>
    public Uri? Endpoint { get; init; }
}
