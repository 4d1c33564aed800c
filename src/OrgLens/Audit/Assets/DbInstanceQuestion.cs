using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Asks RDS about database instances.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html</remarks>
internal sealed class DbInstanceQuestion : IAssetQuestion
{
    public static readonly AwsOperation DescribeDBInstances = AwsServices.Rds.Operation("DescribeDBInstances") with
    {
        Paging = new AwsPaging("Marker", "Marker", "MaxRecords", 100),
    };

    public int AtMost => 100;

    public async IAsyncEnumerable<(string Id, Func<AssetDescription, AssetDescription> Answer)> AskAsync(
        IAwsCalls calls, string region, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in calls.PagesAsync(DescribeDBInstances, region, DescribeMembers.RdsFilter("db-instance-id", ids), cancellationToken))
        {
            foreach (var instance in page.List("DBInstances"))
            {
                yield return (instance.Text("DBInstanceIdentifier")!, description => description with
                {
                    ResourceId = instance.Text("DbiResourceId"),
                    Facts = Facts(instance),
                    Tags = DescribeMembers.Tags(instance.List("TagList")),
                });
            }
        }
    }

    private static JsonObject Facts(AwsValue instance) => new JsonObject()
        .With("name", instance.Text("DBInstanceIdentifier"))
        .With("state", instance.Text("DBInstanceStatus"))
        .With("class", instance.Text("DBInstanceClass"))
        .With("engine", instance.Text("Engine"))
        .With("engine_version", instance.Text("EngineVersion"))
        .With("vpc_id", instance.Text("DBSubnetGroup.VpcId"))
        .With("availability_zone", instance.Text("AvailabilityZone"))
        .With("size_gb", instance.Number("AllocatedStorage") is > 1 and var size ? size : null)
        .With("created_at", instance.Instant("InstanceCreateTime"))
        .With("cluster", instance.Text("DBClusterIdentifier"))
        .With("multi_az", instance.Flag("MultiAZ"))
        .With("encrypted", instance.Flag("StorageEncrypted"))
        .With("publicly_accessible", instance.Flag("PubliclyAccessible"))
        .With("deletion_protection", instance.Flag("DeletionProtection"))
        .With("endpoint", instance.Text("Endpoint.Address"));
}
