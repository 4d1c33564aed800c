namespace OrgLens.Sender;

/// <summary>Where documents go.</summary>
/// <param name="Bucket">The hub's bucket.</param>
/// <param name="KmsKeyId">Key (ARN) that they are encrypted with; null leaves it to the bucket's default.</param>
public sealed record SnapshotTarget(string Bucket, string? KmsKeyId)
{
    /// <summary>What the function's variables <c>BUCKET</c> and <c>ANALYTICS_KMS_KEY</c> say.</summary>
    /// <exception cref="InvalidOperationException"><c>BUCKET</c> is not set.</exception>
    public static SnapshotTarget FromEnvironment() => new(
        Environment.GetEnvironmentVariable("BUCKET") is { Length: > 0 } bucket ? bucket : throw new InvalidOperationException("The environment variable BUCKET is not set."),
        Environment.GetEnvironmentVariable("ANALYTICS_KMS_KEY"));
}
