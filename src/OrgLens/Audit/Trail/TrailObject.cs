namespace OrgLens.Audit.Trail;

/// <summary>An object that a notification names.</summary>
/// <param name="Bucket">Bucket name.</param>
/// <param name="Key">Key, decoded.</param>
/// <param name="VersionId">Version; null for the newest.</param>
public sealed record TrailObject(string Bucket, string Key, string? VersionId = null);
