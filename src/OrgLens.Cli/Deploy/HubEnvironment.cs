using OrgLens.Deployment;

namespace OrgLens.Cli.Deploy;

/// <summary>What the other commands need to know of a deployed hub, by the names of its variables.</summary>
internal static class HubEnvironment
{
    private static readonly (string Variable, string Output)[] s_variables =
    [
        ("AWS_REGION", "Region"),
        ("DB_NAME", "DatabaseName"),
        ("AURORA_CLUSTER_ARN", "AuroraClusterArn"),
        ("AURORA_SECRET_ARN", "AuroraSecretArn"),
        ("AURORA_MASTER_SECRET_ARN", "AuroraMasterSecretArn"),
        ("BUCKET", "S3BucketName"),
        ("ANALYTICS_KMS_KEY", "KMSKeyArn"),
        ("AUDIT_BUS", "AuditBusName"),
        ("AUDIT_ARCHIVE", "AuditArchiveName"),
        ("IDEMPOTENCY_TABLE", "IdempotencyTableName"),
        ("SNAPSHOT_QUEUE_URL", "SnapshotQueueUrl"),
        ("SNAPSHOT_DEAD_LETTER_QUEUE", "SnapshotDeadLetterQueueUrl"),
        ("TRAIL_QUEUE", "TrailQueueUrl"),
        ("TRAIL_DEAD_LETTER_QUEUE", "TrailDeadLetterQueueUrl"),
        ("PRODUCT_QUEUE", "ProductQueueUrl"),
        ("PRODUCT_DEAD_LETTER_QUEUE", "ProductDeadLetterQueueUrl"),
        ("ASSET_QUEUE", "AssetQueueUrl"),
        ("ASSET_DEAD_LETTER_QUEUE", "AssetDeadLetterQueueUrl"),
        ("USAGE_QUEUE", "UsageQueueUrl"),
        ("USAGE_DEAD_LETTER_QUEUE", "UsageDeadLetterQueueUrl"),
        ("RUN_DEAD_LETTER_QUEUE", "RunDeadLetterQueueUrl"),
    ];

    /// <summary>The variables that name queues, and whether it is one for dead letters.</summary>
    public static IEnumerable<(string Variable, bool IsDead)> Queues => s_variables
        .Where(each => each.Output.EndsWith("QueueUrl", StringComparison.Ordinal))
        .Select(each => (each.Variable, each.Output.Contains("DeadLetter", StringComparison.Ordinal)));

    /// <summary>Reads them from the stack's outputs.</summary>
    /// <exception cref="DeploymentException">The stack lacks one of them.</exception>
    public static IReadOnlyDictionary<string, string> Of(StackFacts hub) => s_variables.ToDictionary(each => each.Variable, each => hub.Output(each.Output));
}
