using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using OrgLens.Aws;

namespace OrgLens.Publishing;

/// <summary>The files of published views in the bucket, as <c>athena/{database}/{view}/{run}/{key}={value}/{number}.parquet</c>.</summary>
/// <param name="s3">The S3 client.</param>
/// <param name="settings">Bucket and key.</param>
internal sealed class PublishBucket(IAmazonS3 s3, PublishSettings settings)
{
    /// <summary>Where a run's files of a view are, in the form of the catalog.</summary>
    public string Location(PublishedView view, string run) => $"s3://{settings.Bucket}/{settings.FolderOf(view.View)}{run}/";

    /// <summary>Where those of a partition are.</summary>
    public string Location(PublishedView view, string run, string partition) => $"{Location(view, run)}{Folder(view, partition)}";

    /// <summary>Puts a file; one of the same number and partition is replaced.</summary>
    /// <returns>Its size.</returns>
    public async Task<long> PutAsync(PublishedView view, string run, SpooledFile file, int number, CancellationToken cancellationToken)
    {
        var folder = view.PartitionKey is null ? "" : Folder(view, file.PartitionValue);
        var request = new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = $"{settings.FolderOf(view.View)}{run}/{folder}{number.ToString("D5", CultureInfo.InvariantCulture)}.parquet",
            FilePath = file.Path,
            ContentType = "application/vnd.apache.parquet",
        };
        await s3.PutObjectAsync(request.EncryptedWith(settings.KmsKeyId), cancellationToken);
        return new FileInfo(file.Path).Length;
    }

    /// <summary>Deletes the files of all runs of a view but some.</summary>
    /// <param name="view">The view.</param>
    /// <param name="isKept">Whether a run's files stay.</param>
    /// <param name="cancellationToken">Ends the deletion; what is left goes with the next run.</param>
    public async Task RemoveRunsAsync(PublishedView view, Func<string, bool> isKept, CancellationToken cancellationToken)
    {
        var folder = settings.FolderOf(view.View);
        var old = new List<string>();
        await foreach (var item in s3.ObjectsAsync(settings.Bucket, folder, cancellationToken))
        {
            if (!isKept(item.Key[folder.Length..].Split('/')[0]))
            {
                old.Add(item.Key);
            }
        }

        foreach (var key in old)
        {
            await s3.DeleteObjectAsync(settings.Bucket, key, cancellationToken);
        }
    }

    // Hive escapes what stands for something in a path.
    private static string Folder(PublishedView view, string partition) => $"{view.PartitionKey}={Uri.EscapeDataString(partition)}/";
}
