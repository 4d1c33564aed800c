using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>A batch for each of the three consumers, side by side: five receives take their time.</summary>
/// <param name="hub">Where they are.</param>
public sealed class PoisonedBatches(RunningHub hub) : IAsyncLifetime
{
    /// <summary>By the function that gets it.</summary>
    public IReadOnlyDictionary<string, PoisonedBatch> ByFunction { get; } = new Dictionary<string, PoisonedBatch>
    {
        ["AuditProducts"] = new(hub, "ProductQueue", "ProductDeadLetterQueue", "service_catalog_events", "eventbridge-ProvisionProduct", hidden: 7),
        ["TrackAssets"] = new(hub, "AssetQueue", "AssetDeadLetterQueue", "asset_events", "eventbridge-ec2-RunInstances", hidden: 8),
        ["RecordUsage"] = new(hub, "UsageQueue", "UsageDeadLetterQueue", "quicksight_events", "eventbridge-quicksight-GetDashboard", hidden: 11),
    };

    public Task InitializeAsync() => Task.WhenAll(ByFunction.Values.Select(batch => batch.RunAsync()));

    public Task DisposeAsync() => Task.CompletedTask;
}
