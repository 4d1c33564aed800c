using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>ECS clusters, and the services in them. One that may not be described is listed by its ARN.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html</remarks>
internal static class EcsClusters
{
    private static readonly AwsOperation ListClusters = AwsServices.Ecs.Operation("ListClusters") with { Paging = AwsPaging.LowerNextToken(100) };

    private static readonly AwsOperation DescribeClusters = AwsServices.Ecs.Operation("DescribeClusters");

    public static readonly Collector Collector = new("ecs.cluster", "service_resources")
    {
        Operations = [ListClusters, DescribeClusters, EcsServices.ListServices, EcsServices.DescribeServices],
        Others = [new CollectorOutput(EcsServices.Name, "service_resources")],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var pages = run.PagesAsync(ListClusters, null, cancellationToken);
        await foreach (var (clusters, services) in run.SelectAsync(pages, (page, ct) => DescribeAsync(run, page.Texts("clusterArns"), ct), cancellationToken))
        {
            foreach (var (arn, cluster) in clusters)
            {
                run.Write(row => WriteRow(row, arn, cluster));
            }

            foreach (var (arn, service) in services)
            {
                run.Output(EcsServices.Name).Write(row => EcsServices.WriteRow(row, arn, service));
            }
        }
    }

    // A page has 100 clusters, as many as can be described at once.
    private static async Task<(IReadOnlyList<EcsResource> Clusters, IReadOnlyList<EcsResource> Services)> DescribeAsync(
        CollectorRun run, IReadOnlyList<string> arns, CancellationToken cancellationToken)
    {
        if (arns.Count == 0)
        {
            return ([], []);
        }

        var input = new JsonObject { ["clusters"] = new JsonArray([.. arns.Select(arn => (JsonNode?)arn)]), ["include"] = new JsonArray("TAGS", "SETTINGS") };
        var clusters = run.TryCallAsync(DescribeClusters, input, [], cancellationToken);
        var services = await Task.WhenAll(arns.Select(arn => EcsServices.ListAsync(run, arn, cancellationToken)));
        return (EcsResource.Match(run.Output(Collector.Name), arns, await clusters, "clusters", "clusterArn"), [.. services.SelectMany(some => some)]);
    }

    private static void WriteRow(RowWriter row, string arn, AwsValue cluster)
    {
        row.Identity("ECS", "Cluster", arn, arn[(arn.LastIndexOf('/') + 1)..]);
        if (cluster.IsMissing)
        {
            return;
        }

        row.Text("state", cluster.Text("status"));
        row.Number("instance_count", cluster.Number("registeredContainerInstancesCount"));
        row.Tags("tags", cluster.List("tags"));
        row.Nested("details", details =>
        {
            details.Number("running_tasks", cluster.Number("runningTasksCount"));
            details.Number("pending_tasks", cluster.Number("pendingTasksCount"));
            details.Number("active_services", cluster.Number("activeServicesCount"));
            details.Texts("capacity_providers", cluster.Texts("capacityProviders"));
            details.Text(
                "container_insights", cluster.List("settings").FirstOrDefault(setting => setting.Text("name") == "containerInsights").Text("value"));
        });
    }
}
