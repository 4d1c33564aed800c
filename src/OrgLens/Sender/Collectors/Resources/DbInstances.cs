using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Database instances of RDS, those of Aurora, Neptune and DocumentDB clusters included.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html</remarks>
internal static class DbInstances
{
    private static readonly AwsOperation DescribeDBInstances = AwsServices.Rds.Operation("DescribeDBInstances") with
    {
        Paging = new AwsPaging("Marker", "Marker", "MaxRecords", 100),
    };

    public static readonly Collector Collector = new("rds.dbinstance", "service_resources")
    {
        Operations = [DescribeDBInstances],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var instance in run.ItemsAsync(DescribeDBInstances, "DBInstances", null, cancellationToken))
        {
            run.Write(row =>
            {
                row.Identity("RDS", "DBInstance", instance.Text("DBInstanceIdentifier"), instance.Text("DBInstanceIdentifier"));
                row.Text("availability_zone", instance.Text("AvailabilityZone"));
                row.Text("state", instance.Text("DBInstanceStatus"));
                row.Text("vpc_id", instance.Text("DBSubnetGroup.VpcId"));
                row.Text("engine", instance.Text("Engine"));
                row.Text("instance_class", instance.Text("DBInstanceClass"));
                row.Flag("multi_az", instance.Flag("MultiAZ"));
                row.Number("size_gb", ResourceRows.AllocatedStorage(instance));
                row.Text("volume_type", instance.Text("StorageType"));
                row.Instant("creation_date", instance.Instant("InstanceCreateTime"));
                row.Tags("tags", instance.List("TagList"));
                row.Nested("details", details => WriteDetails(details, instance));
            });
        }
    }

    private static void WriteDetails(RowWriter details, AwsValue instance)
    {
        details.Text("arn", instance.Text("DBInstanceArn"));
        // Unlike the identifier it is never used again.
        details.Text("resource_id", instance.Text("DbiResourceId"));
        details.Text("cluster", instance.Text("DBClusterIdentifier"));
        details.Text("engine_version", instance.Text("EngineVersion"));
        details.Flag("encrypted", instance.Flag("StorageEncrypted"));
        details.Text("kms_key_id", instance.Text("KmsKeyId"));
        details.Flag("publicly_accessible", instance.Flag("PubliclyAccessible"));
        details.Flag("deletion_protection", instance.Flag("DeletionProtection"));
        details.Number("backup_retention_days", instance.Number("BackupRetentionPeriod"));
        details.Flag("iam_authentication", instance.Flag("IAMDatabaseAuthenticationEnabled"));
        details.Flag("auto_minor_version_upgrade", instance.Flag("AutoMinorVersionUpgrade"));
        details.Text("certificate_authority", instance.Text("CACertificateIdentifier"));
        details.Number("max_allocated_storage", instance.Number("MaxAllocatedStorage"));
    }
}
