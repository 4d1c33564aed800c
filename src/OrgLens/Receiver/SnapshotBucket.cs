using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using OrgLens.Aws;

namespace OrgLens.Receiver;

/// <summary>The hub's bucket: documents wait under <c>data/</c> and end under <c>loaded/</c> or <c>rejected/</c>.</summary>
/// <param name="s3">The S3 client.</param>
/// <param name="options">How objects are read and written.</param>
public sealed class SnapshotBucket(IAmazonS3 s3, SnapshotBucketOptions options)
{
    /// <summary>Fetches an object. A small one is held in memory, a large one in a temporary file until the document is disposed.</summary>
    /// <returns>Null when the object, or that version of it, is not there.</returns>
    public async Task<SnapshotDocument?> FetchAsync(SnapshotObject source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using var response = await s3.GetObjectAsync(
                new GetObjectRequest { BucketName = source.Bucket, Key = source.Key, VersionId = source.VersionId is { Length: > 0 } version ? version : null },
                cancellationToken);
            var known = source with { VersionId = VersionOf(response.VersionId), ETag = Unquoted(response.ETag) };
            var lastModified = response.LastModified is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time.ToUniversalTime(), DateTimeKind.Utc)) : DateTimeOffset.UnixEpoch;
            if (response.ContentLength > options.Limits.DocumentBytes)
            {
                // Too large however it is read: the loader refuses it by its size, so its bytes are not needed.
                return new SnapshotDocument(known, lastModified, response.ContentLength, () => Stream.Null);
            }

            return response.ContentLength <= options.Limits.MemoryBytes
                ? await InMemoryAsync(known, lastModified, response, cancellationToken)
                : await InFileAsync(known, lastModified, response, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Moves a document to <c>loaded/</c>.</summary>
    public Task MoveToLoadedAsync(SnapshotObject source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return MoveAsync(source, SnapshotKey.MoveTo(SnapshotKey.Loaded, source.Key), cancellationToken);
    }

    /// <summary>Moves a document to <c>rejected/</c> and puts the reason beside it, as <c>{key}.error.json</c>.</summary>
    /// <param name="source">The document's object.</param>
    /// <param name="explanation">JSON text of the reason.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task MoveToRejectedAsync(SnapshotObject source, string explanation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var destination = SnapshotKey.MoveTo(SnapshotKey.Rejected, source.Key);
        var request = new PutObjectRequest
        {
            BucketName = source.Bucket,
            Key = destination + ".error.json",
            ContentBody = explanation,
            ContentType = "application/json",
        };
        await s3.PutObjectAsync(request.EncryptedWith(options.KmsKeyId), cancellationToken);
        await MoveAsync(source, destination, cancellationToken);
    }

    /// <summary>All objects that wait under <c>data/</c>, page by page.</summary>
    public async IAsyncEnumerable<WaitingSnapshot> WaitingAsync(string bucket, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in s3.ObjectsAsync(bucket, SnapshotKey.Waiting, cancellationToken))
        {
            if (!item.Key.EndsWith('/'))
            {
                yield return new WaitingSnapshot(
                    new SnapshotObject(bucket, item.Key, string.Empty, Unquoted(item.ETag)), item.LastModified?.ToUniversalTime() ?? DateTime.UnixEpoch, item.Size ?? 0);
            }
        }
    }

    private static string Unquoted(string? etag) => etag?.Trim('"') ?? string.Empty;

    // Buckets that never had versions answer "null" for it, or nothing.
    private static string VersionOf(string? version) => version is null or "null" ? string.Empty : version;

    private static async Task<SnapshotDocument> InMemoryAsync(
        SnapshotObject source, DateTimeOffset lastModified, GetObjectResponse response, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream((int)response.ContentLength);
        await response.ResponseStream.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        return new SnapshotDocument(source, lastModified, bytes.Length, () => new MemoryStream(bytes, writable: false));
    }

    private static async Task<SnapshotDocument> InFileAsync(
        SnapshotObject source, DateTimeOffset lastModified, GetObjectResponse response, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"snapshot-{Guid.NewGuid():n}");
        try
        {
            await using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
            {
                await response.ResponseStream.CopyToAsync(file, cancellationToken);
            }

            return new SnapshotDocument(source, lastModified, new FileInfo(path).Length, () => File.OpenRead(path), () => File.Delete(path));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private async Task MoveAsync(SnapshotObject source, string destination, CancellationToken cancellationToken)
    {
        var version = source.VersionId is { Length: > 0 } known ? known : null;
        var copy = new CopyObjectRequest
        {
            SourceBucket = source.Bucket,
            SourceKey = source.Key,
            SourceVersionId = version,
            DestinationBucket = source.Bucket,
            DestinationKey = destination,
        };
        if (options.KmsKeyId is { Length: > 0 } key)
        {
            copy.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            copy.ServerSideEncryptionKeyManagementServiceKeyId = key;
        }

        try
        {
            await s3.CopyObjectAsync(copy, cancellationToken);
            var current = await s3.GetObjectMetadataAsync(source.Bucket, source.Key, cancellationToken);
            if (Unquoted(current.ETag) == source.ETag)
            {
                // A newer document under the same key stays for its own message.
                await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = source.Bucket, Key = source.Key }, cancellationToken);
            }
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            // Another delivery of the same object has moved it in the meantime.
        }
    }
}
