using Amazon.SQS;
using Amazon.SQS.Model;

namespace OrgLens.Receiver;

/// <summary>
/// Finds documents that stayed under <c>data/</c> (a lost notification, a message that ended in the dead-letter queue) and
/// queues them like S3 does.
/// </summary>
/// <param name="bucket">The hub's bucket.</param>
/// <param name="sqs">The SQS client.</param>
/// <param name="clock">Says how long a document has waited.</param>
public sealed class SnapshotSweeper(SnapshotBucket bucket, IAmazonSQS sqs, TimeProvider clock)
{
    private const int BatchSize = 10;

    /// <summary>Queues every document that has waited longer than a while; younger ones are on their way.</summary>
    /// <returns>How many were queued.</returns>
    /// <exception cref="AmazonSQSException">The queue refused documents; those of earlier batches are queued.</exception>
    public async Task<int> SweepAsync(string bucketName, string queueUrl, TimeSpan olderThan, CancellationToken cancellationToken)
    {
        var queued = 0;
        await foreach (var batch in Overdue(bucketName, olderThan, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            var entries = batch.Select((item, index) => new SendMessageBatchRequestEntry($"n{index}", Notification(item))).ToList();
            var response = await sqs.SendMessageBatchAsync(new SendMessageBatchRequest(queueUrl, entries), cancellationToken);
            if (response.Failed is { Count: > 0 } failed)
            {
                throw new AmazonSQSException($"{failed.Count} of {batch.Length} documents could not be queued: {failed[0].Code} {failed[0].Message}");
            }

            queued += batch.Length;
        }

        return queued;
    }

    private IAsyncEnumerable<WaitingSnapshot> Overdue(string bucketName, TimeSpan olderThan, CancellationToken cancellationToken)
    {
        var latest = clock.GetUtcNow() - olderThan;
        return bucket.WaitingAsync(bucketName, cancellationToken).Where(item => item.LastModified <= latest.UtcDateTime);
    }

    /// <summary>The message that S3 would have sent: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html</summary>
    private static string Notification(WaitingSnapshot item)
    {
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            writer.WriteStartObject();
            writer.WriteString("eventSource", "aws:s3");
            writer.WriteString("eventName", "ObjectCreated:Sweep");
            writer.WriteStartObject("s3");
            writer.WriteStartObject("bucket");
            writer.WriteString("name", item.Source.Bucket);
            writer.WriteEndObject();
            writer.WriteStartObject("object");
            writer.WriteString("key", Uri.EscapeDataString(item.Source.Key));
            writer.WriteNumber("size", item.Size);
            writer.WriteString("eTag", item.Source.ETag);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
