using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using OrgLens.Aws;

namespace OrgLens.Audit.Trail;

/// <summary>Objects of the buckets that trails are delivered to.</summary>
/// <param name="s3">The S3 client.</param>
public sealed class TrailBucket(IAmazonS3 s3)
{
    /// <summary>Opens an object; its bytes come as they are read.</summary>
    /// <returns>Null when the object, or that version of it, is not there.</returns>
    /// <exception cref="AmazonS3Exception">It may not be read, or S3 fails.</exception>
    public async Task<GetObjectResponse?> OpenAsync(TrailObject source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return await s3.GetObjectAsync(
                new GetObjectRequest { BucketName = source.Bucket, Key = source.Key, VersionId = source.VersionId }, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    /// <summary>All objects whose keys begin so, page by page.</summary>
    public async IAsyncEnumerable<TrailObject> ListAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in s3.ObjectsAsync(bucket, prefix, cancellationToken))
        {
            yield return new TrailObject(bucket, item.Key);
        }
    }
}
