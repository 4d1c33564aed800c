using System.Text.Json;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;
using Microsoft.Extensions.Logging;
using OrgLens.Receiver;

namespace OrgLens.Functions.Receiver;

/// <summary>Takes one queue message: an S3 notification, with one object or several.</summary>
/// <param name="ingest">Receives each object.</param>
/// <param name="logger">Gets a line for a message that is no notification, and for one that goes back to its queue.</param>
public sealed partial class SnapshotMessageHandler(SnapshotIngest ingest, ILogger<SnapshotMessageHandler> logger) : ISqsRecordHandler
{
    /// <inheritdoc/>
    public async Task<RecordHandlerResult> HandleAsync(SQSEvent.SQSMessage record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var key = "no object";
        try
        {
            foreach (var source in Objects(record.Body))
            {
                key = source.Key;
                await ingest.IngestAsync(source, cancellationToken);
            }

            return RecordHandlerResult.None;
        }
        catch (Exception exception)
        {
            LogGivenBack(record.MessageId, key, exception.GetType().Name, exception.Message);
            throw;
        }
    }

    /// <summary>The objects of a notification; none for the test event that S3 sends when a notification is set up.</summary>
    internal static IEnumerable<SnapshotObject> Objects(S3Event notification) =>
        (notification.Records ?? []).Select(record => new SnapshotObject(
            record.S3.Bucket.Name, record.S3.Object.KeyDecoded, record.S3.Object.VersionId ?? string.Empty, record.S3.Object.ETag ?? string.Empty));

    private static IEnumerable<SnapshotObject> Objects(string body)
    {
        try
        {
            var notification = JsonSerializer.Deserialize(body, NotificationJson.Default.S3Event);
            // Only S3's own test event may lack records: any other message would be lost without a word.
            return notification?.Records is null && !IsTestEvent(body)
                ? throw new InvalidDataException("The message is no S3 notification: it has no records.")
                : Objects(notification!);
        }
        catch (JsonException exception)
        {
            // The exception's own text would quote the message in the log.
            throw new InvalidDataException($"The message is no JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
    }

    private static bool IsTestEvent(string body)
    {
        using var message = JsonDocument.Parse(body);
        return message.RootElement.ValueKind == JsonValueKind.Object
            && message.RootElement.TryGetProperty("Event", out var name) && name.ValueEquals("s3:TestEvent");
    }

    [LoggerMessage(10, LogLevel.Error, "Message {MessageId} about {Key} goes back to its queue: {Error} {Detail}")]
    private partial void LogGivenBack(string messageId, string key, string error, string detail);
}
