using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Audit.Assets;

namespace OrgLens.Functions.Audit;

/// <summary>Keeps the inventory of assets by what CloudTrail says about them.</summary>
/// <param name="batches">Deals with a batch.</param>
public sealed class TrackAssetsFunction(TrailBatches<AssetTracker> batches)
{
    /// <summary>Takes a batch of CloudTrail events; messages that failed go back to the queue, the others are done.</summary>
    [LambdaFunction(ResourceName = "TrackAssets", Role = "@TrackAssetsRole", MemorySize = 512, Timeout = 120)]
    [SQSEvent("@AssetQueue", ResourceName = "AssetQueue", BatchSize = 100, MaximumBatchingWindowInSeconds = 2, MaximumConcurrency = 5)]
    [Logging(ClearState = true)]
    public async Task<SQSBatchResponse> TrackAssets(SQSEvent batch, ILambdaContext context) => await batches.ProcessAsync(batch, context);
}
