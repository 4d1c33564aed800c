using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>
/// The account's buckets, each once and with its own Region, encryption, public access block, versioning and tags. What may not be asked
/// is null, never "none".
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html</remarks>
internal static class S3Buckets
{
    private const string Name = "s3.bucket";

    private static readonly AwsOperation ListBuckets = AwsServices.S3.Get("ListBuckets", "/", "max-buckets", "continuation-token") with
    {
        Paging = new AwsPaging("continuation-token", "ContinuationToken", "max-buckets", 10_000),
        IamActions = ["s3:ListAllMyBuckets"],
    };

    private static readonly AwsOperation GetBucketLocation = AwsServices.S3.Get("GetBucketLocation", "/{Bucket}?location");

    private static readonly AwsOperation GetBucketEncryption = AwsServices.S3.Get("GetBucketEncryption", "/{Bucket}?encryption") with
    {
        IamActions = ["s3:GetEncryptionConfiguration"],
    };

    private static readonly AwsOperation GetPublicAccessBlock = AwsServices.S3.Get("GetPublicAccessBlock", "/{Bucket}?publicAccessBlock") with
    {
        IamActions = ["s3:GetBucketPublicAccessBlock"],
    };

    private static readonly AwsOperation GetBucketVersioning = AwsServices.S3.Get("GetBucketVersioning", "/{Bucket}?versioning");

    private static readonly AwsOperation GetBucketTagging = AwsServices.S3.Get("GetBucketTagging", "/{Bucket}?tagging");

    public static readonly Collector Collector = new(Name, "service_resources")
    {
        Scope = CollectorScope.Global,
        Operations = [ListBuckets, GetBucketLocation, GetBucketEncryption, GetPublicAccessBlock, GetBucketVersioning, GetBucketTagging],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var buckets = run.ItemsAsync(ListBuckets, "Buckets", null, cancellationToken);
        await foreach (var settings in run.SelectAsync(buckets, (bucket, ct) => AskAsync(run, bucket, ct), cancellationToken))
        {
            if (settings is not null)
            {
                run.Write(row => settings.Write(row));
            }
        }
    }

    // Null: deleted since it was listed, or without a name to ask for.
    private static async Task<S3BucketSettings?> AskAsync(CollectorRun run, AwsValue bucket, CancellationToken cancellationToken)
    {
        if (bucket.Text("Name") is null)
        {
            run.Missing(ListBuckets, "Name");
            return null;
        }

        try
        {
            // The list of a request with a page size names the Region; emulators' lists may not.
            var region = bucket.Text("BucketRegion") ?? RegionOf(await AskAsync(run, GetBucketLocation, run.Region, bucket, null, cancellationToken));
            if (region is null)
            {
                return new S3BucketSettings(bucket, null, null, null, null, null);
            }

            var encryption = AskAsync(run, GetBucketEncryption, region, bucket, "ServerSideEncryptionConfigurationNotFoundError", cancellationToken);
            var block = AskAsync(run, GetPublicAccessBlock, region, bucket, "NoSuchPublicAccessBlockConfiguration", cancellationToken);
            var versioning = AskAsync(run, GetBucketVersioning, region, bucket, null, cancellationToken);
            var tags = AskAsync(run, GetBucketTagging, region, bucket, "NoSuchTagSet", cancellationToken);
            await Task.WhenAll(encryption, block, versioning, tags);
            return new S3BucketSettings(bucket, region, await encryption, await block, await versioning, await tags);
        }
        catch (AwsCallException failure) when (failure.Code == "NoSuchBucket")
        {
            return null;
        }
    }

    // Null: not known. A missing value: nothing is configured.
    private static async Task<AwsValue?> AskAsync(
        CollectorRun run, AwsOperation operation, string region, AwsValue bucket, string? nothing, CancellationToken cancellationToken)
    {
        try
        {
            return await run.CallAsync(operation, region, new JsonObject { ["Bucket"] = bucket.Text("Name") }, cancellationToken);
        }
        catch (AwsCallException failure) when (failure.Code == nothing)
        {
            return default(AwsValue);
        }
        catch (AwsCallException failure) when (failure.Code != "NoSuchBucket")
        {
            run.Incomplete(failure);
            return null;
        }
    }

    // The first Region has no name here, and the second one has an old one.
    private static string? RegionOf(AwsValue? location) => location?.AsText switch
    {
        "" => "us-east-1",
        "EU" => "eu-west-1",
        var region => region,
    };
}
