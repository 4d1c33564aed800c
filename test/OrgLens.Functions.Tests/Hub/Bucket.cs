using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace OrgLens.Functions.Tests.Hub;

/// <summary>A bucket and what tests do with it.</summary>
public sealed class Bucket(Uri endpoint, string name) : IDisposable
{
    private readonly AmazonS3Client _s3 = Client(endpoint);

    public string Name { get; } = name;

    /// <summary>Puts an object and returns its entity tag.</summary>
    public async Task<string> PutAsync(string key, byte[] body)
    {
        using var stream = new MemoryStream(body);
        var answer = await _s3.PutObjectAsync(new PutObjectRequest { BucketName = Name, Key = key, InputStream = stream });
        return answer.ETag.Trim('"');
    }

    /// <summary>The keys that begin so.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string prefix)
    {
        var answer = await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Name, Prefix = prefix });
        return [.. (answer.S3Objects ?? []).Select(item => item.Key)];
    }

    public async Task<byte[]> GetAsync(string key)
    {
        using var answer = await _s3.GetObjectAsync(Name, key);
        using var copy = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(copy);
        return copy.ToArray();
    }

    public async Task<string> GetTextAsync(string key) => Encoding.UTF8.GetString(await GetAsync(key));

    /// <summary>Forbids everybody to read what begins so.</summary>
    public Task DenyReadingAsync(string prefix) => _s3.PutBucketPolicyAsync(Name, $$"""
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{Name}}/{{prefix}}*" } ] }
        """);

    public Task AllowReadingAsync() => _s3.DeleteBucketPolicyAsync(Name);

    public void Dispose() => _s3.Dispose();

    private static AmazonS3Client Client(Uri endpoint) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonS3Config { ServiceURL = endpoint.ToString(), ForcePathStyle = true, AuthenticationRegion = "eu-west-1" });
}
