namespace OrgLens.Receiver;

/// <summary>How objects of the hub's bucket are read and written.</summary>
/// <param name="KmsKeyId">Key (ARN) that moved objects are encrypted with; null leaves it to the bucket's default.</param>
/// <param name="Limits">How much a document may ask.</param>
public sealed record SnapshotBucketOptions(string? KmsKeyId, SnapshotLimits Limits);
