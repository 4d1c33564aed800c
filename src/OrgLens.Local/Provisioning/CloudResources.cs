namespace OrgLens.Local.Provisioning;

/// <summary>What a deployed stack would have created.</summary>
public sealed record CloudResources
{
    /// <summary>The bucket that snapshots arrive in.</summary>
    public required string Bucket { get; init; }

    /// <summary>The bucket that trails are delivered to.</summary>
    public required string TrailBucket { get; init; }

    /// <summary>The ARN of the bus that spokes send events to.</summary>
    public required string AuditBusArn { get; init; }

    /// <summary>The ARN of the archive of that bus.</summary>
    public required string AuditArchiveArn { get; init; }

    /// <summary>All queues, by what the template calls them.</summary>
    public required IReadOnlyDictionary<string, QueueAddress> Queues { get; init; }

    /// <summary>The queue that announces snapshots.</summary>
    public QueueAddress SnapshotQueue => Queues["SnapshotQueue"];

    /// <summary>Where announcements go that could not be dealt with.</summary>
    public QueueAddress DeadLetterQueue => Queues["SnapshotDeadLetterQueue"];

    /// <summary>The table of the idempotency records.</summary>
    public required string IdempotencyTable { get; init; }

    /// <summary>The key that snapshots are encrypted with.</summary>
    public required string KeyArn { get; init; }

    /// <summary>The ARN of the database cluster.</summary>
    public required string ClusterArn { get; init; }

    /// <summary>The secret of the cluster's master user.</summary>
    public required string MasterSecretArn { get; init; }

    /// <summary>The secret of the role that functions log in as.</summary>
    public required string ApplicationSecretArn { get; init; }

    /// <summary>The secret of the role that only reads.</summary>
    public required string ReaderSecretArn { get; init; }
}
