using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Inventory;

/// <summary>
/// Nodes that Systems Manager manages, those outside AWS (<c>mi-</c>) included, and the patches of each in every state: a missing or
/// failed one has no time of installation.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceInformation.html,
/// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstancePatches.html
/// </remarks>
internal static class ManagedNodes
{
    private const string Patches = "inventory.patches";

    private static readonly AwsOperation DescribeInstanceInformation = AwsServices.Ssm.Operation("DescribeInstanceInformation") with
    {
        Paging = AwsPaging.NextToken(50),
    };

    private static readonly AwsOperation DescribeInstancePatches = AwsServices.Ssm.Operation("DescribeInstancePatches") with
    {
        Paging = AwsPaging.NextToken(100),
    };

    public static readonly Collector Collector = new("inventory.instances")
    {
        Operations = [DescribeInstanceInformation, DescribeInstancePatches],
        Others = [new CollectorOutput(Patches, Patches)],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var nodes = run.ItemsAsync(DescribeInstanceInformation, "InstanceInformationList", null, cancellationToken);
        await foreach (var (node, patches) in run.SelectAsync(nodes, (node, ct) => ListPatchesAsync(run, node, ct), cancellationToken))
        {
            run.Write(row => WriteNode(row, node));
            foreach (var patch in patches)
            {
                run.Output(Patches).Write(row => WritePatch(row, node, patch));
            }
        }
    }

    // What fails for one node costs neither the others their patches nor the list of nodes its completeness.
    private static async Task<(AwsValue Node, IReadOnlyList<AwsValue> Patches)> ListPatchesAsync(
        CollectorRun run, AwsValue node, CancellationToken cancellationToken)
    {
        var patches = new List<AwsValue>();
        try
        {
            var input = new JsonObject { ["InstanceId"] = node.Text("InstanceId") };
            await foreach (var patch in run.ItemsAsync(DescribeInstancePatches, "Patches", input, cancellationToken))
            {
                patches.Add(patch);
            }
        }
        catch (AwsCallException failure) when (failure.Code == "InvalidInstanceId")
        {
            // Deregistered since it was listed.
        }
        catch (AwsCallException failure)
        {
            run.Output(Patches).Incomplete(failure);
        }
        catch (AwsAnswerException failure)
        {
            run.Output(Patches).Incomplete(CoverageStatus.Failed, failure.Message);
        }

        return (node, patches);
    }

    private static void WriteNode(RowWriter row, AwsValue node)
    {
        row.Text("instance_id", node.Text("InstanceId"));
        row.Text("instance_type", node.Text("ResourceType"));
        row.Text("platform", node.Text("PlatformName"));
        row.Text("platform_type", node.Text("PlatformType"));
        row.Text("platform_version", node.Text("PlatformVersion"));
        row.Text("agent_version", node.Text("AgentVersion"));
        row.Flag("is_latest_version", node.Flag("IsLatestVersion"));
        row.Text("computer_name", node.Text("ComputerName"));
        row.Text("ip_address", node.Text("IPAddress"));
        row.Text("ping_status", node.Text("PingStatus"));
        row.Instant("last_ping_date_time", node.Instant("LastPingDateTime"));
        row.Text("association_status", node.Text("AssociationStatus"));
        row.Instant("association_execution_date", node.Instant("LastAssociationExecutionDate"));
        row.Instant("association_success_date", node.Instant("LastSuccessfulAssociationExecutionDate"));
    }

    private static void WritePatch(RowWriter row, AwsValue node, AwsValue patch)
    {
        row.Text("instance_id", node.Text("InstanceId"));
        // Patches that are in no baseline may have no title.
        row.Text("title", patch.Text("Title") is { Length: > 0 } title ? title : patch.Text("KBId"));
        row.Text("classification", patch.Text("Classification"));
        row.Text("severity", patch.Text("Severity"));
        row.Text("state", patch.Text("State"));
        // The service writes the beginning of 1970 for a patch that is not installed.
        row.Instant("installed_time", patch.Instant("InstalledTime") is { } installed && installed > DateTimeOffset.UnixEpoch ? installed : null);
    }
}
