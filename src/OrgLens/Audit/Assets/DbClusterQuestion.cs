using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Asks RDS about database clusters.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html</remarks>
internal sealed class DbClusterQuestion : IAssetQuestion
{
    public static readonly AwsOperation DescribeDBClusters = AwsServices.Rds.Operation("DescribeDBClusters") with
    {
        Paging = new AwsPaging("Marker", "Marker", "MaxRecords", 100),
    };

    public int AtMost => 100;

    public async IAsyncEnumerable<(string Id, Func<AssetDescription, AssetDescription> Answer)> AskAsync(
        IAwsCalls calls, string region, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in calls.PagesAsync(DescribeDBClusters, region, DescribeMembers.RdsFilter("db-cluster-id", ids), cancellationToken))
        {
            foreach (var cluster in page.List("DBClusters"))
            {
                yield return (cluster.Text("DBClusterIdentifier")!, description => description with
                {
                    ResourceId = cluster.Text("DbClusterResourceId"),
                    Facts = Facts(cluster),
                    Tags = DescribeMembers.Tags(cluster.List("TagList")),
                });
            }
        }
    }

    private static JsonObject Facts(AwsValue cluster) => new JsonObject()
        .With("name", cluster.Text("DBClusterIdentifier"))
        .With("state", cluster.Text("Status"))
        .With("class", cluster.Text("DBClusterInstanceClass"))
        .With("engine", cluster.Text("Engine"))
        .With("engine_version", cluster.Text("EngineVersion"))
        .With("availability_zone", string.Join(',', cluster.Texts("AvailabilityZones")))
        .With("size_gb", cluster.Number("AllocatedStorage") is > 1 and var size ? size : null)
        .With("created_at", cluster.Instant("ClusterCreateTime"))
        .With("engine_mode", cluster.Text("EngineMode"))
        .With("multi_az", cluster.Flag("MultiAZ"))
        .With("encrypted", cluster.Flag("StorageEncrypted"))
        .With("deletion_protection", cluster.Flag("DeletionProtection"))
        .With("endpoint", cluster.Text("Endpoint"));
}
