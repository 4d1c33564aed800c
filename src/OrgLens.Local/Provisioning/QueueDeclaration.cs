namespace OrgLens.Local.Provisioning;

/// <summary>A queue of the hub.</summary>
/// <param name="Id">What the template calls it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The variable that tells clients its address.</param>
internal sealed record QueueDeclaration(string Id, string Name, string Variable)
{
    /// <summary>All queues; a dead-letter queue comes before those that use it.</summary>
    public static IReadOnlyList<QueueDeclaration> All { get; } =
    [
        new("SnapshotDeadLetterQueue", "orglens-snapshots-dead", "SNAPSHOT_DEAD_LETTER_QUEUE"),
        new("SnapshotQueue", "orglens-snapshots", "SNAPSHOT_QUEUE_URL") { DeadLetters = "SnapshotDeadLetterQueue" },
        new("TrailDeadLetterQueue", "orglens-trail-dead", "TRAIL_DEAD_LETTER_QUEUE"),
        new("TrailQueue", "orglens-trail", "TRAIL_QUEUE") { DeadLetters = "TrailDeadLetterQueue" },
        new("ProductDeadLetterQueue", "orglens-products-dead", "PRODUCT_DEAD_LETTER_QUEUE"),
        new("ProductQueue", "orglens-products", "PRODUCT_QUEUE") { DeadLetters = "ProductDeadLetterQueue" },
        // What a spoke's rule could not deliver to the bus.
        new("ProductLetterQueue", "orglens-product-letters", "PRODUCT_LETTER_QUEUE") { DeadLetters = "ProductDeadLetterQueue" },
        new("AssetDeadLetterQueue", "orglens-assets-dead", "ASSET_DEAD_LETTER_QUEUE"),
        new("AssetQueue", "orglens-assets", "ASSET_QUEUE") { DeadLetters = "AssetDeadLetterQueue" },
        new("RunDeadLetterQueue", "orglens-runs-dead", "RUN_DEAD_LETTER_QUEUE"),
        new("UsageDeadLetterQueue", "orglens-usage-dead", "USAGE_DEAD_LETTER_QUEUE"),
        new("UsageQueue", "orglens-usage", "USAGE_QUEUE") { DeadLetters = "UsageDeadLetterQueue" },
    ];

    /// <summary>Where messages go that were received too often; null: nowhere.</summary>
    public string? DeadLetters { get; init; }
}
