using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace OrgLens.Deployment;

/// <summary>Puts the functions' zip where CloudFormation fetches it.</summary>
/// <param name="client">Makes a client of a Region.</param>
/// <param name="package">The zip.</param>
public sealed class ArtifactStore(Func<string, IAmazonS3> client, string package)
{
    /// <summary>The zip's key: its contents decide, so that another version is another key and a deployment sees it.</summary>
    /// <exception cref="DeploymentException">There is no zip.</exception>
    public async Task<string> KeyAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(package))
        {
            throw new DeploymentException($"There is no package {package}: run `make package` first.");
        }

        await using var stream = File.OpenRead(package);
        var hash = await SHA256.HashDataAsync(stream, cancellationToken);
        return $"functions-{Convert.ToHexStringLower(hash)[..16]}.zip";
    }

    /// <summary>Whether the bucket has the zip.</summary>
    public async Task<bool> HasAsync(string bucket, string key, string region, CancellationToken cancellationToken)
    {
        using var s3 = client(region);
        try
        {
            await s3.GetObjectMetadataAsync(bucket, key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Puts the zip into the bucket, unless it is there.</summary>
    public async Task<StackChange> PutAsync(string bucket, string key, string region, CancellationToken cancellationToken)
    {
        if (await HasAsync(bucket, key, region, cancellationToken))
        {
            return StackChange.Unchanged;
        }

        using var s3 = client(region);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = package }, cancellationToken);
        return StackChange.Created;
    }
}
