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
            ["TrailBucketName"] = resources.TrailBucket,
            // Outputs of the nested stack (cloudformation/hub.yaml).
            ["Hub.Outputs.S3BucketName"] = resources.Bucket,
            ["Hub.Outputs.S3BucketArn"] = $"arn:aws:s3:::{resources.Bucket}",
            ["Hub.Outputs.KMSKeyArn"] = resources.KeyArn,
            ["Hub.Outputs.IdempotencyTableName"] = resources.IdempotencyTable,
            ["Hub.Outputs.IdempotencyTableArn"] = $"arn:aws:dynamodb:{options.Region}:{options.AccountId}:table/{resources.IdempotencyTable}",
            ["Hub.Outputs.AuditBusName"] = resources.AuditBusArn.Split('/')[^1],
            ["Hub.Outputs.AuditBusArn"] = resources.AuditBusArn,
            ["Hub.Outputs.AuditArchiveArn"] = resources.AuditArchiveArn,
            ["Hub.Outputs.AuroraClusterArn"] = resources.ClusterArn,
            ["Hub.Outputs.AuroraSecretArn"] = resources.ApplicationSecretArn,
            ["Hub.Outputs.AuroraReaderSecretArn"] = resources.ReaderSecretArn,
            ["Hub.Outputs.AuroraMasterSecretArn"] = resources.MasterSecretArn,
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
