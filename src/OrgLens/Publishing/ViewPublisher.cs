using Amazon.Runtime;
using Amazon.S3;
using OrgLens.Aws;
using OrgLens.Database;

namespace OrgLens.Publishing;

/// <summary>
/// Publishes views as Parquet files with tables in the Glue Data Catalog, so that Athena, and QuickSight through it, can read them without a way to the database.
/// A run writes into folders of its own and then has the tables show those: whoever reads meanwhile reads the run before, whose files stay until the run after.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="s3">The S3 client.</param>
/// <param name="calls">The client for Glue.</param>
/// <param name="clock">Says which runs are over.</param>
/// <param name="settings">Where to.</param>
public sealed class ViewPublisher(DataApi database, IAmazonS3 s3, IAwsCalls calls, TimeProvider clock, PublishSettings settings)
{
    private readonly ViewReader _reader = new(database);
    private readonly PublishBucket _bucket = new(s3, settings);
    private readonly GlueCatalog _catalog = new(calls, settings);

    /// <summary>Publishes views. One that fails does not keep the others from it, and can be read as it was before.</summary>
    /// <param name="views">The views.</param>
    /// <param name="begun">When the run began, which names it: what a run of that name has published is not published again.</param>
    /// <param name="progress">Hears of each view.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<PublishReport> PublishAsync(
        IReadOnlyList<PublishedView> views, DateTimeOffset begun, IProgress<PublishedViewReport>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(views);
        var run = RunName.Of(begun);
        await _catalog.EnsureDatabaseAsync(cancellationToken);
        var reports = new List<PublishedViewReport>();
        foreach (var view in views)
        {
            var report = await TryAsync(view, run, cancellationToken);
            progress?.Report(report);
            reports.Add(report);
        }

        return new PublishReport(run, reports);
    }

    private async Task<PublishedViewReport> TryAsync(PublishedView view, string run, CancellationToken cancellationToken)
    {
        try
        {
            return await PublishAsync(view, run, cancellationToken);
        }
        catch (Exception exception) when (exception is PublishingException or AwsCallException or AwsAnswerException or AmazonServiceException or AmazonClientException or IOException or HttpRequestException)
        {
            return new PublishedViewReport(view.View, 0, 0, 0, exception.Message);
        }
    }

    private async Task<PublishedViewReport> PublishAsync(PublishedView view, string run, CancellationToken cancellationToken)
    {
        var before = await _catalog.FindAsync(view, cancellationToken);
        if (before?.Run == run)
        {
            return new PublishedViewReport(view.View, 0, 0, 0, null);
        }

        var table = new GlueTable(view, await _reader.ColumnsAsync(view, cancellationToken), run);
        await using var spool = new ViewSpool(view, table.FileColumns);
        var files = await _reader.ReadAsync(view, spool, cancellationToken);
        var bytes = 0L;
        for (var number = 0; number < files.Count; number++)
        {
            bytes += await _bucket.PutAsync(view, run, files[number], number, cancellationToken);
        }

        var partitions = files.Select(file => KeyValuePair.Create(file.PartitionValue, _bucket.Location(view, run, file.PartitionValue))).ToList();
        await _catalog.ShowAsync(table, isNew: before is null, _bucket.Location(view, run), partitions, cancellationToken);
        await _bucket.RemoveRunsAsync(view, each => each == run || each == before?.Run || RunName.MayBeAtWork(each, clock.GetUtcNow()), cancellationToken);
        return new PublishedViewReport(view.View, files.Sum(file => file.Rows), files.Count, bytes, null);
    }
}
