using System.Text.Json.Nodes;

namespace OrgLens.Audit.Assets;

/// <summary>What an asset's own account answered about it, or why there is no answer.</summary>
/// <param name="Arn">The asset.</param>
/// <param name="AttemptedAt">When it was asked: before the question, so that what happened meanwhile is newer.</param>
/// <param name="Status">How it ended.</param>
public sealed record AssetDescription(string Arn, DateTimeOffset AttemptedAt, DescribeStatus Status)
{
    /// <summary>The identity in the answer; null where there was none.</summary>
    public string? ResourceId { get; init; }

    /// <summary>What was answered; null where there was none.</summary>
    public JsonObject? Facts { get; init; }

    /// <summary>All tags; null where they are not known.</summary>
    public JsonObject? Tags { get; init; }
}
