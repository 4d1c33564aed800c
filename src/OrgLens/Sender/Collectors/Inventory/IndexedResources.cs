using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Inventory;

/// <summary>What Resource Explorer has indexed of a Region. It knows types and ARNs, no properties.</summary>
/// <remarks>https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_ListResources.html</remarks>
internal static class IndexedResources
{
    public static readonly AwsOperation GetDefaultView = AwsServices.ResourceExplorer.Post("GetDefaultView", "/GetDefaultView");

    public static readonly AwsOperation GetView = AwsServices.ResourceExplorer.Post("GetView", "/GetView");

    // The service's list of actions has none of this name: reading through a view is searching it.
    public static readonly AwsOperation ListResources = AwsServices.ResourceExplorer.Post("ListResources", "/ListResources") with
    {
        Paging = AwsPaging.NextToken(1000),
        IamActions = ["resource-explorer-2:Search"],
    };

    /// <summary>Writes a row for each; without an index that can be asked, neither service is in use here.</summary>
    public static async Task ListAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        if (await FindViewAsync(run, cancellationToken) is not { } view)
        {
            run.Incomplete(CoverageStatus.NotEnabled, "no recorder and no index");
            return;
        }

        var settings = await run.CallAsync(GetView, new JsonObject { ["ViewArn"] = view }, cancellationToken);
        if (settings.Text("View.Filters.FilterString") is { Length: > 0 })
        {
            // Rows are welcome, but nothing follows from what such a view does not show.
            run.Incomplete(CoverageStatus.NotEnabled, "no recorder, and the index's view is filtered");
        }

        // The view of an aggregating Region shows the others, too, and an organization's view other accounts.
        var input = new JsonObject { ["ViewArn"] = view, ["Filters"] = new JsonObject { ["FilterString"] = $"region:{run.Region}" } };
        await foreach (var resource in run.ItemsAsync(ListResources, "Resources", input, cancellationToken))
        {
            if (resource.Text("OwningAccountId") == run.Account.AccountId)
            {
                run.Write(row =>
                {
                    row.Text("resource_type", resource.Text("ResourceType"));
                    row.Text("resource_id", resource.Text("Arn"));
                });
            }
        }
    }

    // Null: the Region has no index, or its index no default view.
    private static async Task<string?> FindViewAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        try
        {
            return (await run.CallAsync(GetDefaultView, null, cancellationToken)).Text("ViewArn") is { Length: > 0 } view ? view : null;
        }
        catch (AwsCallException failure) when (failure.Kind == AwsErrorKind.NotFound)
        {
            return null;
        }
    }
}
