using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;
using AWS.Lambda.Powertools.Idempotency;
using Microsoft.Extensions.Logging;
using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Audit;

/// <summary>Takes batches of messages for a consumer of CloudTrail records.</summary>
/// <typeparam name="TConsumer">The consumer.</typeparam>
/// <param name="consumer">Commits the records of a batch.</param>
/// <param name="once">Keeps repeated deliveries out.</param>
/// <param name="logger">Gets a line for each message that was not used.</param>
public sealed class TrailBatches<TConsumer>(TConsumer consumer, TrailOnce once, ILogger<TrailBatches<TConsumer>> logger)
    where TConsumer : class, ITrailConsumer
{
    /// <summary>Applies a batch's records in one call; messages that failed go back to the queue, the others are done.</summary>
    public async Task<SQSBatchResponse> ProcessAsync(SQSEvent batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Records is not { Count: > 0 } messages)
        {
            // The batch processor takes an empty batch for one that failed altogether.
            return new SQSBatchResponse([]);
        }

        Idempotency.RegisterLambdaContext(context);
        using var deadline = Deadline.Before(context);
        var handler = new TrailMessageHandler<TConsumer>(new TrailBatch(consumer, messages.Count, deadline.Token), once, logger);
        var result = await SqsBatchProcessor.Instance.ProcessAsync(batch, handler, new ProcessingOptions
        {
            CancellationToken = deadline.Token,
            ThrowOnFullBatchFailure = false,
            // The messages wait for each other: as many as there are must be under way at once.
            BatchParallelProcessingEnabled = true,
            MaxDegreeOfParallelism = messages.Count,
        });
        return new SQSBatchResponse(
            [.. result.BatchItemFailuresResponse.BatchItemFailures.Select(failure => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = failure.ItemIdentifier })]);
    }
}
