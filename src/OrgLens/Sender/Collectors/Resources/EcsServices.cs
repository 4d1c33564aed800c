using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Services of an ECS cluster.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html</remarks>
internal static class EcsServices
{
    /// <summary>Their name in the coverage.</summary>
    public const string Name = "ecs.service";

    private const int DescribedPerCall = 10;

    public static readonly AwsOperation ListServices = AwsServices.Ecs.Operation("ListServices") with { Paging = AwsPaging.LowerNextToken(100) };

    public static readonly AwsOperation DescribeServices = AwsServices.Ecs.Operation("DescribeServices");

    /// <summary>All services of a cluster. What fails is recorded and costs no other cluster its services.</summary>
    public static async Task<IReadOnlyList<EcsResource>> ListAsync(CollectorRun run, string cluster, CancellationToken cancellationToken)
    {
        var arns = new List<string>();
        try
        {
            await foreach (var page in run.PagesAsync(ListServices, new JsonObject { ["cluster"] = cluster }, cancellationToken))
            {
                arns.AddRange(page.Texts("serviceArns"));
            }
        }
        catch (AwsCallException failure) when (failure.Code == "ClusterNotFoundException")
        {
            return [];
        }
        catch (AwsCallException failure)
        {
            run.Output(Name).Incomplete(failure);
        }
        catch (AwsAnswerException failure)
        {
            run.Output(Name).Incomplete(CoverageStatus.Failed, failure.Message);
        }

        var described = await Task.WhenAll(arns.Chunk(DescribedPerCall).Select(chunk => DescribeAsync(run, cluster, chunk, cancellationToken)));
        return [.. described.SelectMany(some => some)];
    }

    /// <summary>Writes the row of a service. Its instances are its running tasks.</summary>
    public static void WriteRow(RowWriter row, string arn, AwsValue service)
    {
        row.Identity("ECS", "Service", arn, arn[(arn.LastIndexOf('/') + 1)..]);
        if (service.IsMissing)
        {
            return;
        }

        row.Text("state", service.Text("status"));
        row.Instant("creation_date", service.Instant("createdAt"));
        row.Text("type", service.Text("launchType"));
        row.Number("instance_count", service.Number("runningCount"));
        row.Tags("tags", service.List("tags"));
        row.Nested("details", details =>
        {
            details.Text("cluster_arn", service.Text("clusterArn"));
            details.Text("task_definition", service.Text("taskDefinition"));
            details.Number("desired_tasks", service.Number("desiredCount"));
            details.Number("pending_tasks", service.Number("pendingCount"));
            details.Text("scheduling_strategy", service.Text("schedulingStrategy"));
            details.Text("platform_version", service.Text("platformVersion"));
            details.Flag("execute_command", service.Flag("enableExecuteCommand"));
            details.Texts("capacity_providers", service.List("capacityProviderStrategy").Select(item => item.Text("capacityProvider")).OfType<string>());
            details.Texts("target_groups", service.List("loadBalancers").Select(item => item.Text("targetGroupArn")).OfType<string>());
        });
    }

    private static async Task<IReadOnlyList<EcsResource>> DescribeAsync(
        CollectorRun run, string cluster, IReadOnlyList<string> arns, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["cluster"] = cluster,
            ["services"] = new JsonArray([.. arns.Select(arn => (JsonNode?)arn)]),
            ["include"] = new JsonArray("TAGS"),
        };
        var answer = await run.Output(Name).TryCallAsync(DescribeServices, input, ["ClusterNotFoundException"], cancellationToken);
        return EcsResource.Match(run.Output(Name), arns, answer, "services", "serviceArn");
    }
}
