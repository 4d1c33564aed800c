using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace OrgLens.Aws;

/// <summary>What every use of S3 here has in common.</summary>
internal static class S3Requests
{
    /// <summary>All objects whose keys begin so, page by page.</summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html</remarks>
    /// <exception cref="AmazonS3Exception">The bucket does not exist, or may not be listed.</exception>
    public static async IAsyncEnumerable<S3Object> ObjectsAsync(this IAmazonS3 s3, string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        do
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            foreach (var item in page.S3Objects ?? [])
            {
                yield return item;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 });
    }

    /// <summary>Has an object encrypted with a key; null or empty leaves that to the bucket.</summary>
    public static PutObjectRequest EncryptedWith(this PutObjectRequest request, string? kmsKeyId)
    {
        if (kmsKeyId is { Length: > 0 } key)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = key;
        }

        return request;
    }
}
