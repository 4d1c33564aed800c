using Amazon.S3;
using Amazon.S3.Model;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>Keeps bundles in the hub's bucket, as <c>quicksight/{analysis}/{version}.qs</c>.</summary>
/// <param name="s3">The S3 client.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="kmsKeyId">Key (ARN) that they are encrypted with; null leaves it to the bucket's default.</param>
public sealed class S3BundleShelf(IAmazonS3 s3, string bucket, string? kmsKeyId) : IBundleShelf
{
    /// <summary>Where bundles lie in the bucket.</summary>
    public const string Folder = "quicksight/";

    private const string Ending = ".qs";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptVersion>> ListAsync(string analysisId, CancellationToken cancellationToken)
    {
        var folder = $"{Folder}{analysisId}/";
        var versions = new List<KeptVersion>();
        await foreach (var item in s3.ObjectsAsync(bucket, folder, cancellationToken))
        {
            if (item.Key.EndsWith(Ending, StringComparison.Ordinal) && KeptVersion.Parse(item.Key[folder.Length..^Ending.Length]) is { } version)
            {
                versions.Add(version);
            }
        }

        return [.. versions.OrderByDescending(version => version.ChangedAt)];
    }

    /// <inheritdoc/>
    public async Task KeepAsync(string analysisId, KeptVersion version, byte[] bundle, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bundle);
        var request = new PutObjectRequest { BucketName = bucket, Key = Key(analysisId, version), InputStream = content, ContentType = "application/zip" };
        await s3.PutObjectAsync(request.EncryptedWith(kmsKeyId), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(string analysisId, KeptVersion version, CancellationToken cancellationToken)
    {
        using var response = await s3.GetObjectAsync(bucket, Key(analysisId, version), cancellationToken);
        using var copy = new MemoryStream();
        await response.ResponseStream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private static string Key(string analysisId, KeptVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return $"{Folder}{analysisId}/{version.Name}{Ending}";
    }
}
