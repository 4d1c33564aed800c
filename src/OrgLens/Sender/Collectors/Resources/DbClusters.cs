using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Database clusters: Aurora, Multi-AZ clusters of RDS, Neptune and DocumentDB.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html</remarks>
internal static class DbClusters
{
    private static readonly AwsOperation DescribeDBClusters = AwsServices.Rds.Operation("DescribeDBClusters") with
    {
        Paging = new AwsPaging("Marker", "Marker", "MaxRecords", 100),
    };

    public static readonly Collector Collector = new("rds.dbcluster", "service_resources")
    {
        Operations = [DescribeDBClusters],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var cluster in run.ItemsAsync(DescribeDBClusters, "DBClusters", null, cancellationToken))
        {
            run.Write(row =>
            {
                row.Identity("RDS", "DBCluster", cluster.Text("DBClusterIdentifier"), cluster.Text("DBClusterIdentifier"));
                row.Text("availability_zone", string.Join(',', cluster.Texts("AvailabilityZones")));
                row.Text("state", cluster.Text("Status"));
                row.Text("engine", cluster.Text("Engine"));
                row.Text("instance_class", cluster.Text("DBClusterInstanceClass"));
                row.Flag("multi_az", cluster.Flag("MultiAZ"));
                row.Number("size_gb", ResourceRows.AllocatedStorage(cluster));
                row.Text("volume_type", cluster.Text("StorageType"));
                row.Instant("creation_date", cluster.Instant("ClusterCreateTime"));
                row.Number("instance_count", cluster.List("DBClusterMembers").Count);
                row.Tags("tags", cluster.List("TagList"));
                row.Nested("details", details => WriteDetails(details, cluster));
            });
        }
    }

    private static void WriteDetails(RowWriter details, AwsValue cluster)
    {
        details.Text("arn", cluster.Text("DBClusterArn"));
        // Unlike the identifier it is never used again.
        details.Text("resource_id", cluster.Text("DbClusterResourceId"));
        details.Text("engine_version", cluster.Text("EngineVersion"));
        details.Text("engine_mode", cluster.Text("EngineMode"));
        details.Flag("encrypted", cluster.Flag("StorageEncrypted"));
        details.Text("kms_key_id", cluster.Text("KmsKeyId"));
        details.Flag("deletion_protection", cluster.Flag("DeletionProtection"));
        details.Number("backup_retention_days", cluster.Number("BackupRetentionPeriod"));
        details.Flag("iam_authentication", cluster.Flag("IAMDatabaseAuthenticationEnabled"));
        details.Flag("data_api", cluster.Flag("HttpEndpointEnabled"));
        details.Number("min_capacity", cluster.Number("ServerlessV2ScalingConfiguration.MinCapacity"));
        details.Number("max_capacity", cluster.Number("ServerlessV2ScalingConfiguration.MaxCapacity"));
        details.Texts("instances", cluster.List("DBClusterMembers").Select(member => member.Text("DBInstanceIdentifier")).OfType<string>());
    }
}
