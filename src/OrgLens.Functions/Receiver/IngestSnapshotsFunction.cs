using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Idempotency;
using AWS.Lambda.Powertools.Logging;

namespace OrgLens.Functions.Receiver;

/// <summary>Loads the snapshots that S3 announced through the queue.</summary>
/// <param name="messages">Deals with one message.</param>
public sealed class IngestSnapshotsFunction(SnapshotMessageHandler messages)
{
    /// <summary>Takes a batch; messages that failed go back to the queue, the others are done.</summary>
    [LambdaFunction(ResourceName = "IngestSnapshots", Role = "@IngestSnapshotsRole", MemorySize = 1024, Timeout = 300)]
    [SQSEvent("@SnapshotQueue", ResourceName = "SnapshotQueue", BatchSize = 10, MaximumBatchingWindowInSeconds = 1, MaximumConcurrency = 10)]
    [Logging(ClearState = true)]
    public async Task<SQSBatchResponse> IngestSnapshots(SQSEvent batch, ILambdaContext context)
    {
        Idempotency.RegisterLambdaContext(context);
        using var deadline = Deadline.Before(context);
        return await SqsBatches.ProcessAsync(batch, messages, atOnce: false, deadline.Token);
    }
}
