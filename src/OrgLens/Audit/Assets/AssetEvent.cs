using System.Text.Json.Nodes;

namespace OrgLens.Audit.Assets;

/// <summary>What one record says about one asset.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Arn">Its ARN; empty where the record names none (a failed creation, an answer that CloudTrail left out): history only.</param>
/// <param name="ResourceId">
/// Its identity, which no other asset ever has: instance or volume id, DbiResourceId, DbClusterResourceId, a function's ARN without qualifier.
/// Null where the record names a database by its ARN alone, which a later database may have again.
/// </param>
/// <param name="Change">What happened.</param>
public sealed record AssetEvent(AssetKind Kind, string Arn, string? ResourceId, AssetChange Change)
{
    /// <summary>What became known: members by the names of the columns of <c>assets</c>, and others, which end in its <c>details</c>.</summary>
    public JsonObject Facts { get; init; } = [];

    /// <summary>Tags that were set; null as a value: removed.</summary>
    public JsonObject Tags { get; init; } = [];

    /// <summary>Whether these are all the tags that it had at that moment.</summary>
    public bool HasAllTags { get; init; }
}
