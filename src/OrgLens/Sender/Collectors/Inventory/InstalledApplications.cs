using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Inventory;

/// <summary>
/// Software on managed nodes. One call gives up to 50 nodes with all of theirs, where ListInventoryEntries gives 50 entries of one node.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetInventory.html</remarks>
internal static class InstalledApplications
{
    private const string Type = "AWS:Application";

    private static readonly AwsOperation GetInventory = AwsServices.Ssm.Operation("GetInventory") with { Paging = AwsPaging.NextToken(50) };

    public static readonly Collector Collector = new("inventory.applications")
    {
        Operations = [GetInventory],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        // The inventory of a terminated node stays for a while.
        var input = new JsonObject
        {
            ["ResultAttributes"] = new JsonArray(new JsonObject { ["TypeName"] = Type }),
            ["Filters"] = new JsonArray(new JsonObject
            {
                ["Key"] = "AWS:InstanceInformation.InstanceStatus",
                ["Values"] = new JsonArray("Terminated"),
                ["Type"] = "NotEqual",
            }),
        };
        await foreach (var node in run.ItemsAsync(GetInventory, "Entities", input, cancellationToken))
        {
            // Without software the data are there, and empty.
            if (node.Child("Data").IsMissing)
            {
                run.Missing(GetInventory, "Data");
            }

            foreach (var application in node.List($"Data.{Type}.Content"))
            {
                run.Write(row =>
                {
                    row.Text("instance_id", node.Text("Id"));
                    row.Text("name", application.Text("Name"));
                    row.Text("version", application.Text("Version"));
                    row.Text("publisher", application.Text("Publisher"));
                    row.Text("architecture", application.Text("Architecture"));
                    row.Text("application_type", application.Text("ApplicationType"));
                    row.Text("install_time", application.Text("InstalledTime"));
                });
            }
        }
    }
}
