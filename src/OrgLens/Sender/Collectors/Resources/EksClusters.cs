using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>EKS clusters, registered ones that run elsewhere included. One that may not be described is listed by its name.</summary>
/// <remarks>https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeCluster.html</remarks>
internal static class EksClusters
{
    private static readonly AwsOperation ListClusters = AwsServices.Eks.Get("ListClusters", "/clusters", "maxResults", "nextToken", "include") with
    {
        Paging = AwsPaging.LowerNextToken(100),
    };

    private static readonly AwsOperation DescribeCluster = AwsServices.Eks.Get("DescribeCluster", "/clusters/{name}");

    public static readonly Collector Collector = new("eks.cluster", "service_resources")
    {
        Operations = [ListClusters, DescribeCluster],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var names = run.ItemsAsync(ListClusters, "clusters", new JsonObject { ["include"] = new JsonArray("all") }, cancellationToken);
        await foreach (var (name, cluster) in run.SelectAsync(names, (name, ct) => DescribeAsync(run, name.AsText, ct), cancellationToken))
        {
            if (cluster is { } known)
            {
                run.Write(row => WriteRow(row, name, known));
            }
        }
    }

    // No cluster: deleted since it was listed.
    private static async Task<(string? Name, AwsValue? Cluster)> DescribeAsync(CollectorRun run, string? name, CancellationToken cancellationToken)
    {
        try
        {
            return (name, (await run.CallAsync(DescribeCluster, new JsonObject { ["name"] = name }, cancellationToken)).Child("cluster"));
        }
        catch (AwsCallException failure) when (failure.Kind == AwsErrorKind.NotFound)
        {
            return (name, null);
        }
        catch (AwsCallException failure)
        {
            run.Incomplete(failure);
            return (name, default(AwsValue));
        }
    }

    private static void WriteRow(RowWriter row, string? name, AwsValue cluster)
    {
        row.Identity("EKS", "Cluster", name, name);
        if (cluster.IsMissing)
        {
            return;
        }

        row.Text("state", cluster.Text("status"));
        row.Text("vpc_id", cluster.Text("resourcesVpcConfig.vpcId"));
        row.Instant("creation_date", cluster.Instant("createdAt"));
        row.TagMap(cluster.Map("tags"));
        row.Nested("details", details =>
        {
            details.Text("arn", cluster.Text("arn"));
            details.Text("version", cluster.Text("version"));
            details.Text("platform_version", cluster.Text("platformVersion"));
            details.Text("support_type", cluster.Text("upgradePolicy.supportType"));
            details.Flag("endpoint_public_access", cluster.Flag("resourcesVpcConfig.endpointPublicAccess"));
            details.Flag("endpoint_private_access", cluster.Flag("resourcesVpcConfig.endpointPrivateAccess"));
            details.Texts("public_access_cidrs", cluster.Texts("resourcesVpcConfig.publicAccessCidrs"));
            details.Texts("logs", cluster.List("logging.clusterLogging").Where(log => log.Flag("enabled") is true).SelectMany(log => log.Texts("types")));
            details.Text("secrets_kms_key_arn", cluster.List("encryptionConfig").Select(config => config.Text("provider.keyArn")).FirstOrDefault());
            details.Flag("deletion_protection", cluster.Flag("deletionProtection"));
            details.Text("connector", cluster.Text("connectorConfig.provider"));
        });
    }
}
