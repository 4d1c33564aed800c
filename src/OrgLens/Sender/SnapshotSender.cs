using Amazon.S3;
using Microsoft.Extensions.Logging;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Collects a snapshot and puts it into the hub's bucket.</summary>
/// <param name="planner">Says what is to be done.</param>
/// <param name="calls">The client of the collectors.</param>
/// <param name="s3">The client of the bucket.</param>
/// <param name="target">The bucket.</param>
/// <param name="metrics">Counts documents and gaps.</param>
/// <param name="clock">Time of the collection.</param>
/// <param name="logger">Gets a line for each document and for each gap; never anything that a service answered.</param>
public sealed partial class SnapshotSender(
    SendPlanner planner, IAwsCalls calls, IAmazonS3 s3, SnapshotTarget target, ISenderMetrics metrics, TimeProvider clock, ILogger<SnapshotSender> logger)
{
    /// <summary>Collects and sends. There is a document however many collectors fail; it names them.</summary>
    /// <param name="request">What to collect.</param>
    /// <param name="options">The run's settings.</param>
    /// <param name="progress">Told of every job that ends; null: nobody.</param>
    /// <param name="cancellationToken">Ends the run without a document.</param>
    /// <exception cref="SendRequestException">The request can't be carried out as it is.</exception>
    /// <exception cref="AwsCallException">The account or its Regions can't be found out.</exception>
    /// <exception cref="AmazonS3Exception">The document could not be put into the bucket.</exception>
    public async Task<SentSnapshot> SendAsync(
        SendRequest request, CollectOptions options, IProgress<CollectionProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var plan = await planner.PlanAsync(request, options, cancellationToken);
        using var collected = await new CollectionRun(calls, clock).RunAsync(plan, progress, cancellationToken);
        var sent = await UploadAsync(collected, s3, target, cancellationToken);
        var elapsed = clock.GetElapsedTime(started);
        metrics.Count(sent, elapsed);
        foreach (var gap in sent.Gaps)
        {
            LogGap(collected.Key, gap);
        }

        LogSent(collected.Key, sent.IsComplete, sent.Rows, sent.Gaps.Count, sent.Calls, sent.PaidCalls, sent.Bytes, elapsed.TotalMilliseconds);
        return sent;
    }

    /// <summary>Puts what was collected into a bucket, part by part as it is composed.</summary>
    /// <exception cref="AmazonS3Exception">The document could not be put into the bucket.</exception>
    public static async Task<SentSnapshot> UploadAsync(CollectedSnapshot collected, IAmazonS3 s3, SnapshotTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collected);
        ArgumentNullException.ThrowIfNull(target);
        await using var upload = new UploadStream(s3, target, collected.Key);
        await SnapshotWriter.WriteCompressedAsync(collected, upload, cancellationToken);
        await upload.CompleteAsync(cancellationToken);
        return SentSnapshot.Of(collected, $"s3://{target.Bucket}/{collected.Key}", upload.Written);
    }

    [LoggerMessage(40, LogLevel.Information, "Snapshot {Key} sent: complete {IsComplete}, {Rows} rows, {Gaps} gaps, {Calls} calls ({PaidCalls} paid), {Bytes} bytes, {Milliseconds} ms")]
    private partial void LogSent(string key, bool isComplete, long rows, int gaps, int calls, int paidCalls, long bytes, double milliseconds);

    [LoggerMessage(41, LogLevel.Warning, "Snapshot {Key} lacks {Gap}")]
    private partial void LogGap(string key, string gap);
}
