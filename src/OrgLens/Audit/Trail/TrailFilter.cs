using Amazon.SQS;
using Microsoft.Extensions.Logging;

namespace OrgLens.Audit.Trail;

/// <summary>Takes the wanted records out of a trail file and sends each, in its envelope, to the queue of the consumer that wants it.</summary>
/// <param name="bucket">Where files are.</param>
/// <param name="sqs">The SQS client.</param>
/// <param name="routes">The consumers.</param>
/// <param name="quarantine">Gets what can't be used.</param>
/// <param name="metrics">Counts outcomes.</param>
/// <param name="clock">Times the work.</param>
/// <param name="logger">Gets one line for each object and each bad record; never any of its content.</param>
public sealed partial class TrailFilter(
    TrailBucket bucket, IAmazonSQS sqs, IReadOnlyList<TrailRoute> routes, TrailQuarantine quarantine, ITrailMetrics metrics, TimeProvider clock, ILogger<TrailFilter> logger)
{
    private const string TooLargeToSend = "It is too large for a message, even without its long texts.";

    /// <summary>Deals with one object. Only what another try may mend is an exception.</summary>
    /// <exception cref="Amazon.S3.AmazonS3Exception">The object may not be read, or S3 fails.</exception>
    /// <exception cref="IOException">The object could not be read to its end.</exception>
    /// <exception cref="AmazonSQSException">A queue takes no messages. Some may have been sent, and will be again.</exception>
    public async Task<FilterResult> FilterAsync(TrailObject source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var started = clock.GetTimestamp();
        var (result, bad) = TrailKey.IsPassedOver(source.Key)
            ? (new FilterResult(FilterOutcome.PassedOver, source), [])
            : await ReadAsync(source, cancellationToken);
        var isQuarantined = result.Outcome is FilterOutcome.Partial or FilterOutcome.Incomplete or FilterOutcome.Missing;
        if (isQuarantined)
        {
            await quarantine.ReportAsync(source, result.Outcome, bad, cancellationToken);
        }

        metrics.Count(result, clock.GetElapsedTime(started));
        LogFiltered(
            isQuarantined ? LogLevel.Warning : LogLevel.Information, source.Bucket, source.Key, result.Outcome, result.Records, result.Wanted, result.Rejected, result.Bytes);
        return result;
    }

    private async Task<(FilterResult Result, IReadOnlyList<TrailFinding> Bad)> ReadAsync(TrailObject source, CancellationToken cancellationToken)
    {
        using var answer = await bucket.OpenAsync(source, cancellationToken);
        if (answer is null)
        {
            return (new FilterResult(FilterOutcome.Missing, source), []);
        }

        var file = new TrailFile(answer.ResponseStream, (service, operation) => routes.Any(route => route.Wants(service, operation)), TrailLimits.Default);
        var batches = routes.Select(route => (route.Wants, Batch: new QueueBatch(sqs, route.QueueUrl, clock))).ToList();
        var bad = new List<TrailFinding>();
        await foreach (var finding in file.ReadAsync(cancellationToken))
        {
            if (finding.Record is not { } record)
            {
                Reject(finding);
            }
            else if (EnvelopeText.Of(record, QueueBatch.LargestBytes) is { } envelope)
            {
                foreach (var (_, batch) in batches.Where(each => each.Wants(record.EventSource, record.EventName)))
                {
                    await batch.AddAsync(envelope, cancellationToken);
                }
            }
            else
            {
                Reject(finding with { Record = null, Reason = TooLargeToSend });
            }
        }

        foreach (var (_, batch) in batches)
        {
            await batch.SendAsync(cancellationToken);
        }

        var outcome = file.Outcome switch
        {
            TrailOutcome.NoTrail => FilterOutcome.NoTrail,
            TrailOutcome.Complete => bad.Count == 0 ? FilterOutcome.Filtered : FilterOutcome.Partial,
            _ => FilterOutcome.Incomplete,
        };
        var result = new FilterResult(outcome, source)
        {
            Records = file.Records,
            Wanted = batches.Sum(each => each.Batch.Sent),
            Rejected = bad.Count,
            Bytes = file.Bytes,
            Lag = answer.LastModified is { } created ? clock.GetUtcNow() - new DateTimeOffset(created.ToUniversalTime()) : null,
        };
        return (result, bad);

        void Reject(TrailFinding finding)
        {
            bad.Add(finding);
            LogRejected(source.Bucket, source.Key, finding.Number, finding.Position, finding.Reason!);
        }
    }

    [LoggerMessage(EventId = 60, Message = "Trail file s3://{Bucket}/{Key}: {Outcome}, {Records} records, {Wanted} sent, {Rejected} quarantined, {Bytes} bytes")]
    private partial void LogFiltered(LogLevel level, string bucket, string key, FilterOutcome outcome, long records, int wanted, int rejected, long bytes);

    [LoggerMessage(61, LogLevel.Warning, "Record {Number} at byte {Position} of s3://{Bucket}/{Key} can't be used: {Reason}")]
    private partial void LogRejected(string bucket, string key, long number, long position, string reason);
}
