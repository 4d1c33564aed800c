using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;
using Microsoft.Extensions.Logging;
using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Audit;

/// <summary>Takes the messages of one batch: EventBridge events, each with a CloudTrail record.</summary>
/// <typeparam name="TConsumer">Whose records they are.</typeparam>
/// <param name="batch">Gathers the records and has them applied.</param>
/// <param name="once">Keeps repeated deliveries out.</param>
/// <param name="logger">Gets a line for a message that is of no use, and for one that goes back to its queue.</param>
public sealed partial class TrailMessageHandler<TConsumer>(TrailBatch batch, TrailOnce once, ILogger logger) : ISqsRecordHandler
    where TConsumer : class, ITrailConsumer
{
    private readonly ConcurrentDictionary<Guid, Lazy<Task>> _events = new();

    /// <inheritdoc/>
    public async Task<RecordHandlerResult> HandleAsync(SQSEvent.SQSMessage record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var place = batch.Take();
        try
        {
            if (Wanted(record) is { } wanted)
            {
                await ApplyAsync(wanted, place);
            }

            return RecordHandlerResult.None;
        }
        catch (Exception exception)
        {
            LogGivenBack(record.MessageId, exception.GetType().Name, exception.Message);
            throw;
        }
    }

    // The second message of an event shares the first one's outcome: it must not find that one's claim in the table.
    private Task ApplyAsync(TrailRecord record, TrailPlace place)
    {
        var mine = new Lazy<Task>(() => once.ApplyAsync($"{typeof(TConsumer).Name} {record.EventId}", place, record));
        var shared = _events.GetOrAdd(record.EventId, mine);
        if (shared != mine)
        {
            place.Dispose();
        }

        return shared.Value;
    }

    private TrailRecord? Wanted(SQSEvent.SQSMessage message)
    {
        var envelope = Parse(message.Body ?? string.Empty);
        if (!TrailEnvelope.CarriesRecord(envelope))
        {
            // A service's own event names its kind, too; anything else would be lost without a word.
            LogIgnored(message.MessageId, envelope.Text("detail-type") ?? throw new TrailRecordException("The message is no EventBridge event."));
            return null;
        }

        var record = TrailEnvelope.Open(envelope);
        if (TConsumer.Wants(record.EventSource, record.EventName))
        {
            return record;
        }

        LogIgnored(message.MessageId, record.EventName);
        return null;
    }

    private static JsonElement Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException exception)
        {
            // The exception's own text would quote the message in the log.
            throw new TrailRecordException($"The message is no JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
    }

    [LoggerMessage(50, LogLevel.Error, "Message {MessageId} goes back to its queue: {Error} {Detail}")]
    private partial void LogGivenBack(string messageId, string error, string detail);

    [LoggerMessage(51, LogLevel.Debug, "Message {MessageId} is ignored: {Kind} is none of this function's events")]
    private partial void LogIgnored(string messageId, string kind);
}
