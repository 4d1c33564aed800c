using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>A batch for each of the three consumers, side by side.</summary>
public sealed class PoisonedBatches
{
    /// <summary>Sends them.</summary>
    public PoisonedBatches(RunningHub hub)
    {
        ByFunction = new Dictionary<string, PoisonedBatch>
        {
            ["AuditProducts"] = new(hub, "ProductQueue", "ProductDeadLetterQueue", "service_catalog_events", "eventbridge-ProvisionProduct", hidden: 7),
            ["TrackAssets"] = new(hub, "AssetQueue", "AssetDeadLetterQueue", "asset_events", "eventbridge-ec2-RunInstances", hidden: 8),
            ["RecordUsage"] = new(hub, "UsageQueue", "UsageDeadLetterQueue", "quicksight_events", "eventbridge-quicksight-GetDashboard", hidden: 11),
        };
        Done = Task.WhenAll(ByFunction.Values.Select(batch => batch.RunAsync()));
    }

    /// <summary>By the function that gets it.</summary>
    public IReadOnlyDictionary<string, PoisonedBatch> ByFunction { get; }

    /// <summary>Ends when all have been given up and driven back.</summary>
    public Task Done { get; }
}
