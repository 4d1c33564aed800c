using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
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
        Idempotency.RegisterLambdaContext(context);
        using var deadline = Deadline.Before(context);
        var handler = new TrailMessageHandler<TConsumer>(new TrailBatch(consumer, batch.Records?.Count ?? 0, deadline.Token), once, logger);
        // The messages wait for each other: as many as there are must be under way at once.
        return await SqsBatches.ProcessAsync(batch, handler, atOnce: true, deadline.Token);
    }
}
