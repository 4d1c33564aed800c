using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace OrgLens.Deployment;

/// <summary>Puts code and templates where CloudFormation fetches them.</summary>
/// <param name="client">Makes a client of a Region.</param>
/// <param name="package">The functions' zip.</param>
/// <remarks>Keys are made of the contents, so that another version is another key and a deployment sees it.</remarks>
public sealed class ArtifactStore(Func<string, IAmazonS3> client, string package)
{
    /// <summary>The zip's key.</summary>
    /// <exception cref="DeploymentException">There is no zip.</exception>
    public async Task<string> KeyAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(package))
        {
            throw new DeploymentException($"There is no package {package}: run `make package` first.");
        }

        await using var stream = File.OpenRead(package);
        return $"functions-{Short(await SHA256.HashDataAsync(stream, cancellationToken))}.zip";
    }

    /// <summary>The key of a text.</summary>
    public static string KeyOf(string name, string ending, string text) => $"{name}-{Short(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}.{ending}";

    /// <summary>Whether the bucket has an object.</summary>
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
    public Task<StackChange> PutAsync(string bucket, string key, string region, CancellationToken cancellationToken) =>
        PutAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = package }, region, cancellationToken);

    /// <summary>Puts a text into the bucket, unless it is there.</summary>
    public Task<StackChange> PutTextAsync(string bucket, string key, string region, string text, CancellationToken cancellationToken) =>
        PutAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = text }, region, cancellationToken);

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..16];

    private async Task<StackChange> PutAsync(PutObjectRequest request, string region, CancellationToken cancellationToken)
    {
        if (await HasAsync(request.BucketName, request.Key, region, cancellationToken))
        {
            return StackChange.Unchanged;
        }

        using var s3 = client(region);
        await s3.PutObjectAsync(request, cancellationToken);
        return StackChange.Created;
    }
}
