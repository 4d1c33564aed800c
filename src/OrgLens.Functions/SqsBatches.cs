using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;

namespace OrgLens.Functions;

/// <summary>Batches of queue messages.</summary>
internal static class SqsBatches
{
    /// <summary>Deals with each message, one after the other or all at once; those that failed go back to the queue, the others are done.</summary>
    public static async Task<SQSBatchResponse> ProcessAsync(SQSEvent batch, ISqsRecordHandler messages, bool atOnce, CancellationToken cancellationToken)
    {
        if (batch.Records is not { Count: > 0 } records)
        {
            // The batch processor takes an empty batch for one that failed altogether.
            return new SQSBatchResponse([]);
        }

        var result = await SqsBatchProcessor.Instance.ProcessAsync(batch, messages, new ProcessingOptions
        {
            CancellationToken = cancellationToken,
            ThrowOnFullBatchFailure = false,
            BatchParallelProcessingEnabled = atOnce,
            MaxDegreeOfParallelism = atOnce ? records.Count : null,
        });
        return new SQSBatchResponse(
            [.. result.BatchItemFailuresResponse.BatchItemFailures.Select(failure => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = failure.ItemIdentifier })]);
    }
}
