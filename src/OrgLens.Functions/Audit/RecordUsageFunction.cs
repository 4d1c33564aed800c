using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Audit.Usage;

namespace OrgLens.Functions.Audit;

/// <summary>Records what happens in QuickSight.</summary>
/// <param name="batches">Deals with a batch.</param>
public sealed class RecordUsageFunction(TrailBatches<UsageAudit> batches)
{
    /// <summary>Takes events that the filter found in trail files; messages that failed go back to the queue, the others are done.</summary>
    [LambdaFunction(ResourceName = "RecordUsage", Role = "@RecordUsageRole", MemorySize = 512, Timeout = 120)]
    [SQSEvent("@UsageQueue", ResourceName = "UsageQueue", BatchSize = 50, MaximumBatchingWindowInSeconds = 5, MaximumConcurrency = 5)]
    [Logging(ClearState = true)]
    public Task<SQSBatchResponse> RecordUsage(SQSEvent batch, ILambdaContext context) => batches.ProcessAsync(batch, context);
}
