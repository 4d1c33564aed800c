using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;
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
        if (batch.Records is not { Count: > 0 })
        {
            // The batch processor takes an empty batch for one that failed altogether.
            return new SQSBatchResponse([]);
        }

        Idempotency.RegisterLambdaContext(context);
        using var deadline = Deadline.Before(context);
        var result = await SqsBatchProcessor.Instance.ProcessAsync(
            batch, messages, new ProcessingOptions { CancellationToken = deadline.Token, ThrowOnFullBatchFailure = false });
        return new SQSBatchResponse(
            [.. result.BatchItemFailuresResponse.BatchItemFailures.Select(failure => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = failure.ItemIdentifier })]);
    }
}
