using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>
/// The forms in which somebody learns of a new trail file: an S3 event, by itself, inside an SNS event or message, or inside a queue's batch;
/// CloudTrail's own SNS notice; EventBridge's event of S3; and what a quarantine message names.
/// See https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html and
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html
/// </summary>
public static class TrailNotification
{
    // Batch, SNS message, S3 event; anything deeper was not made by AWS.
    private const int Levels = 4;

    /// <summary>The objects that a text names; none for the messages that AWS sends to try a connection out.</summary>
    /// <exception cref="TrailNotificationException">It is no JSON, or of no known form.</exception>
    public static IReadOnlyList<TrailObject> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Objects(text, Levels);
    }

    /// <summary>The objects that an event names; none for the messages that AWS sends to try a connection out.</summary>
    /// <exception cref="TrailNotificationException">It is of no known form.</exception>
    public static IReadOnlyList<TrailObject> Read(JsonElement notification) => Objects(notification, Levels);

    private static List<TrailObject> Objects(string text, int levels)
    {
        if (levels == 0)
        {
            throw new TrailNotificationException("The message has messages within messages.");
        }

        if (text == "CloudTrail validation message.")
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Objects(document.RootElement, levels - 1);
        }
        catch (JsonException exception)
        {
            // The exception's own text would quote the message.
            throw new TrailNotificationException($"The message is no JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
    }

    private static List<TrailObject> Objects(JsonElement message, int levels)
    {
        if (message.At("Records").ValueKind == JsonValueKind.Array)
        {
            return [.. message.Items("Records").SelectMany(record => OfRecord(record, levels))];
        }

        if (message.Text("Type") == "Notification" && message.Text("Message") is { } inner)
        {
            return Objects(inner, levels);
        }

        if (message.Text("s3Bucket") is { } bucket)
        {
            return [.. message.Items("s3ObjectKey").Select(key => Of(bucket, key.Text(), message.Text("versionId")))];
        }

        if (message.Text("source") == "aws.s3")
        {
            // Other than in an S3 event, the key is not encoded here.
            return message.Text("detail-type") == "Object Created"
                ? [Of(message.Text("detail", "bucket", "name"), message.Text("detail", "object", "key"), message.Text("detail", "object", "version-id"))]
                : [];
        }

        return message.Text("Event") == "s3:TestEvent" ? [] : throw Unknown();
    }

    private static List<TrailObject> OfRecord(JsonElement record, int levels)
    {
        if (record.At("s3").ValueKind == JsonValueKind.Object)
        {
            var key = record.Text("s3", "object", "key")?.Replace('+', ' ');
            return record.Text("eventName")?.StartsWith("ObjectRemoved", StringComparison.Ordinal) == true
                ? []
                : [Of(record.Text("s3", "bucket", "name"), key is null ? null : Uri.UnescapeDataString(key), record.Text("s3", "object", "versionId"))];
        }

        return Objects(record.Text("Sns", "Message") ?? record.Text("body") ?? throw Unknown(), levels);
    }

    private static TrailObject Of(string? bucket, string? key, string? version) =>
        bucket is null || key is null ? throw Unknown() : new TrailObject(bucket, key, version is "null" ? null : version);

    private static TrailNotificationException Unknown() => new("The message names no object in any form that is known.");
}
