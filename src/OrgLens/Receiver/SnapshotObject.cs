namespace OrgLens.Receiver;

/// <summary>An S3 object as an event names it.</summary>
/// <param name="Bucket">Bucket name.</param>
/// <param name="Key">Key, decoded.</param>
/// <param name="VersionId">Version; empty in a bucket without versions.</param>
/// <param name="ETag">Entity tag without quotes; empty when the event has none.</param>
public sealed record SnapshotObject(string Bucket, string Key, string VersionId, string ETag);
