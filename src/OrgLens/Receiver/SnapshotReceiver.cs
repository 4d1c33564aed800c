using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OrgLens.Receiver;

/// <summary>Takes one object from the bucket to its end: loaded and moved, or refused and put aside with the reason.</summary>
/// <param name="bucket">The hub's bucket.</param>
/// <param name="loader">Loads a document into the database.</param>
/// <param name="metrics">Counts outcomes.</param>
/// <param name="clock">Says when a document was refused.</param>
/// <param name="logger">Gets one line for each outcome; never any of the document's content.</param>
public sealed partial class SnapshotReceiver(
    SnapshotBucket bucket, SnapshotLoader loader, IReceiverMetrics metrics, TimeProvider clock, ILogger<SnapshotReceiver> logger)
{
    /// <summary>Deals with one object. The object moves only after its rows are committed.</summary>
    /// <exception cref="SnapshotMissingException">The object is gone and was never loaded.</exception>
    public async Task<LoadResult> ReceiveAsync(SnapshotObject source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var started = clock.GetTimestamp();
        using var document = await bucket.FetchAsync(source, cancellationToken);
        if (document is null)
        {
            return await loader.IsKnownAsync(source, cancellationToken)
                ? new LoadResult { Outcome = LoadOutcome.AlreadyLoaded, Key = source.Key, Calls = 1 }
                : throw new SnapshotMissingException($"s3://{source.Bucket}/{source.Key} is not there and was not loaded before.");
        }

        LoadResult result;
        try
        {
            result = await loader.LoadAsync(document, cancellationToken);
            await bucket.MoveToLoadedAsync(document.Source, cancellationToken);
        }
        catch (SnapshotRejectedException rejection)
        {
            await loader.RejectAsync(document, rejection, cancellationToken);
            await bucket.MoveToRejectedAsync(document.Source, Explain(document, rejection), cancellationToken);
            result = new LoadResult
            {
                Outcome = LoadOutcome.Rejected,
                Key = source.Key,
                Reason = rejection.Reason,
                Detail = rejection.Detail,
                Calls = 1,
                Bytes = document.Size,
            };
        }

        Report(result, clock.GetElapsedTime(started));
        return result;
    }

    private void Report(LoadResult result, TimeSpan elapsed)
    {
        metrics.Count(result, elapsed);
        if (result.Outcome == LoadOutcome.Rejected)
        {
            LogRejected(result.Key, result.Reason!, result.Detail!);
        }
        else
        {
            LogLoaded(
                result.Key, result.Outcome, result.Rows.Values.Sum(), result.Skipped.Values.Sum(), result.Unchanged.Count, result.Calls, result.Bytes,
                elapsed.TotalMilliseconds);
        }
    }

    private string Explain(SnapshotDocument document, SnapshotRejectedException rejection)
    {
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("bucket", document.Source.Bucket);
            writer.WriteString("key", document.Source.Key);
            writer.WriteString("version_id", document.Source.VersionId);
            writer.WriteString("etag", document.Source.ETag);
            writer.WriteString("reason", rejection.Reason);
            writer.WriteString("detail", rejection.Detail);
            writer.WriteString("rejected_at", clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }, indented: true);
    }

    [LoggerMessage(1, LogLevel.Information, "Snapshot {Key}: {Outcome}, {Rows} rows, {Skipped} skipped, {Unchanged} sections unchanged, {Calls} calls, {Bytes} bytes, {Milliseconds} ms")]
    private partial void LogLoaded(string key, LoadOutcome outcome, int rows, int skipped, int unchanged, int calls, long bytes, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "Snapshot {Key} rejected: {Reason} ({Detail})")]
    private partial void LogRejected(string key, string reason, string detail);
}
