namespace OrgLens.Receiver;

/// <summary>An object found under <c>data/</c>.</summary>
/// <param name="Source">The object.</param>
/// <param name="LastModified">When it was written (UTC).</param>
/// <param name="Size">Bytes as stored.</param>
public sealed record WaitingSnapshot(SnapshotObject Source, DateTime LastModified, long Size);
