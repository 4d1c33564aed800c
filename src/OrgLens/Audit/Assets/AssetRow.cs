using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>A record of a batch with what it says about assets.</summary>
/// <param name="Index">Its position in the batch.</param>
/// <param name="Record">The record.</param>
/// <param name="Events">Its events.</param>
internal sealed record AssetRow(int Index, TrailRecord Record, IReadOnlyList<AssetEvent> Events);
