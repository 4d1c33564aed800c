using System.Text;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace OrgLens.Audit.Trail;

/// <summary>Sends messages to a queue in as few requests as its limits allow. A message may arrive twice, never not at all.</summary>
/// <param name="sqs">The SQS client; it repeats requests that fail as a whole.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="clock">Times the pauses before another try.</param>
internal sealed class QueueBatch(IAmazonSQS sqs, string queueUrl, TimeProvider clock)
{
    /// <summary>Bytes of one request, and so of one message: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html</summary>
    public const int LargestBytes = 256 * 1024;

    private const int LargestCount = 10;
    private const int Attempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private readonly List<SendMessageBatchRequestEntry> _entries = [];
    private int _bytes;

    /// <summary>Messages that the queue has taken.</summary>
    public int Sent { get; private set; }

    /// <summary>Adds a message and sends those before it when they would be too many or too much together.</summary>
    /// <exception cref="AmazonSQSException">The queue refused messages however often they were sent.</exception>
    public async Task AddAsync(string body, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetByteCount(body);
        if (_entries.Count == LargestCount || _bytes + bytes > LargestBytes)
        {
            await SendAsync(cancellationToken);
        }

        _entries.Add(new SendMessageBatchRequestEntry($"r{_entries.Count}", body));
        _bytes += bytes;
    }

    /// <summary>Sends what was added.</summary>
    /// <exception cref="AmazonSQSException">The queue refused messages however often they were sent.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; _entries.Count > 0; attempt++)
        {
            var response = await sqs.SendMessageBatchAsync(new SendMessageBatchRequest(queueUrl, [.. _entries]), cancellationToken);
            var failed = (response.Failed ?? []).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
            Sent += _entries.RemoveAll(entry => !failed.ContainsKey(entry.Id));
            if (failed.Count == 0)
            {
                break;
            }

            var worst = failed.Values.FirstOrDefault(entry => entry.SenderFault == true) ?? failed.Values.First();
            if (attempt == Attempts || worst.SenderFault == true)
            {
                throw new AmazonSQSException($"{failed.Count} messages could not be queued: {worst.Code}");
            }

            await Task.Delay(FirstPause * (Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble())), clock, cancellationToken);
        }

        _entries.Clear();
        _bytes = 0;
    }
}
