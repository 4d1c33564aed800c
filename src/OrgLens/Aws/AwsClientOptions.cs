using Amazon.Runtime;

namespace OrgLens.Aws;

/// <summary>How calls are made.</summary>
public sealed record AwsClientOptions
{
    /// <summary>Whose calls they are; null: the SDK's default chain (environment, profile, role of the function).</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>Attempts of a call in all; waits between them grow and have jitter.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>How long one attempt may wait for its answer to begin.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call may take with all its attempts and its answer's body.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Use the FIPS 140 endpoints.</summary>
    public bool UseFips { get; init; }

    /// <summary>One endpoint for every service; null: the public ones, unless the environment says otherwise.</summary>
    public Uri? Endpoint { get; init; }
}
