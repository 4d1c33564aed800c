namespace OrgLens.Local.Provisioning;

/// <summary>What the references of the template are locally.</summary>
internal static class TemplateValues
{
    public static Dictionary<string, string> Of(CloudResources resources, LocalCloudOptions options)
    {
        var values = new Dictionary<string, string>
        {
            ["AWS::AccountId"] = options.AccountId,
            ["AWS::Partition"] = "aws",
            ["AWS::Region"] = options.Region,
            ["AWS::StackName"] = "orglens",
            ["AWS::URLSuffix"] = "amazonaws.com",
            ["SnapshotBucket"] = resources.Bucket,
            ["SnapshotBucket.Arn"] = $"arn:aws:s3:::{resources.Bucket}",
            ["TrailBucket"] = resources.TrailBucket,
            ["TrailBucket.Arn"] = $"arn:aws:s3:::{resources.TrailBucket}",
            ["AuditBus"] = resources.AuditBusArn.Split('/')[^1],
            ["AuditBus.Arn"] = resources.AuditBusArn,
            ["AuditArchive"] = resources.AuditArchiveArn.Split('/')[^1],
            ["AuditArchive.Arn"] = resources.AuditArchiveArn,
            ["IdempotencyTable"] = resources.IdempotencyTable,
            ["IdempotencyTable.Arn"] = $"arn:aws:dynamodb:{options.Region}:{options.AccountId}:table/{resources.IdempotencyTable}",
            ["AnalyticsKey"] = resources.KeyArn.Split('/')[^1],
            ["AnalyticsKey.Arn"] = resources.KeyArn,
            ["DatabaseCluster"] = resources.ClusterArn.Split(':')[^1],
            ["DatabaseCluster.DBClusterArn"] = resources.ClusterArn,
            ["DatabaseCluster.MasterUserSecret.SecretArn"] = resources.MasterSecretArn,
            ["DatabaseClusterArn"] = resources.ClusterArn,
            ["AnalyticsKeyArn"] = resources.KeyArn,
            ["DatabaseSecret"] = resources.MasterSecretArn,
            ["DatabaseSecret.Id"] = resources.MasterSecretArn,
            ["ApplicationSecret"] = resources.ApplicationSecretArn,
            ["ApplicationSecret.Id"] = resources.ApplicationSecretArn,
        };
        foreach (var (name, queue) in resources.Queues)
        {
            values[name] = queue.Url;
            values[$"{name}.QueueUrl"] = queue.Url;
            values[$"{name}.QueueName"] = queue.Name;
            values[$"{name}.Arn"] = queue.Arn;
        }

        foreach (var (name, value) in options.TemplateValues)
        {
            values[name] = value;
        }

        return values;
    }
}
