using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Inventory;

/// <summary>
/// Resources of every type: as AWS Config records them, 100 with their main properties a call; in a Region where it does not record, as
/// Resource Explorer has indexed them.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/config/latest/developerguide/querying-AWS-resources.html</remarks>
internal static class ConfigInventory
{
    // A recorder that stopped leaves what it knew then: no list of what there is now.
    private static readonly AwsOperation DescribeConfigurationRecorderStatus = AwsServices.Config.Operation("DescribeConfigurationRecorderStatus");

    public static readonly Collector Collector = new("config_inventory")
    {
        Operations =
        [
            DescribeConfigurationRecorderStatus, RecordedResources.SelectResourceConfig,
            IndexedResources.GetDefaultView, IndexedResources.GetView, IndexedResources.ListResources,
        ],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var status = await run.CallAsync(DescribeConfigurationRecorderStatus, null, cancellationToken);
        if (status.List("ConfigurationRecordersStatus").Any(recorder => recorder.Flag("recording") is true))
        {
            await RecordedResources.ListAsync(run, cancellationToken);
        }
        else
        {
            await IndexedResources.ListAsync(run, cancellationToken);
        }
    }
}
