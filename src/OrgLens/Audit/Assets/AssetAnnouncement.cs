namespace OrgLens.Audit.Assets;

/// <summary>An asset's state that others are to be told.</summary>
/// <param name="Id">The row in <c>assets</c>.</param>
/// <param name="Version">Counts the asset's changes.</param>
/// <param name="Arn">The asset.</param>
/// <param name="Detail">The event's detail, as JSON.</param>
internal sealed record AssetAnnouncement(long Id, long Version, string Arn, string Detail);
