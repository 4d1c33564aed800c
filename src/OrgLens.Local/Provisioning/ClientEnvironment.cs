namespace OrgLens.Local.Provisioning;

/// <summary>The environment variables of clients and functions.</summary>
internal static class ClientEnvironment
{
    /// <summary>The access key of everybody who has none of their own.</summary>
    public const string AccessKeyId = "local";

    /// <summary>What a client needs to reach the local cloud, and the names of what is in it.</summary>
    public static Dictionary<string, string> Of(Uri endpoint, CloudResources resources, LocalCloudOptions options) => new(
        OfFunctions(endpoint, options).Concat(QueueDeclaration.All.Select(queue => KeyValuePair.Create(queue.Variable, resources.Queues[queue.Id].Url))))
    {
        ["AWS_REGION"] = options.Region,
        ["AWS_DEFAULT_REGION"] = options.Region,
        ["DB_NAME"] = options.Database,
        ["AURORA_CLUSTER_ARN"] = resources.ClusterArn,
        ["AURORA_SECRET_ARN"] = resources.ApplicationSecretArn,
        ["AURORA_MASTER_SECRET_ARN"] = resources.MasterSecretArn,
        ["BUCKET"] = resources.Bucket,
        ["ANALYTICS_KMS_KEY"] = resources.KeyArn,
        ["TRAIL_BUCKET"] = resources.TrailBucket,
        ["AUDIT_BUS"] = resources.AuditBusArn.Split('/')[^1],
        ["AUDIT_ARCHIVE"] = resources.AuditArchiveArn.Split('/')[^1],
        ["IDEMPOTENCY_TABLE"] = resources.IdempotencyTable,
    };

    /// <summary>What functions get whatever their template says.</summary>
    public static Dictionary<string, string> OfFunctions(Uri endpoint, LocalCloudOptions options)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
            ["AWS_ACCESS_KEY_ID"] = AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            // Nobody should wait for a metadata service that is not there.
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var (name, value) in options.FunctionEnvironment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
