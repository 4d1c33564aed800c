using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services;

/// <summary>
/// Amazon S3: the list of buckets is the organization's, with its dates and pages; the buckets themselves and their settings are seeded into
/// the emulator.
/// </summary>
internal static class StorageApi
{
    public static ApiService Service { get; } = new("s3", ApiProtocol.RestXml,
    [
        ApiOperation.Paged(
            "ListBuckets", ["max-buckets", "continuation-token", "prefix", "bucket-region"],
            new ApiPaging("Buckets") { TokenIn = "continuation-token", TokenOut = "ContinuationToken", Limit = "max-buckets", Maximum = 10_000 }, Buckets, Owner, "GET /")
            with { Root = "ListAllMyBucketsResult", Action = "ListAllMyBuckets" },
        // The emulator would answer with a list of objects.
        ApiOperation.Single("GetBucketPolicyStatus", ["Bucket"], PolicyStatus, "GET /{Bucket}?policyStatus") with { Root = "PolicyStatus" },
        ApiOperation.Seeded("GetBucketAcl", "GET /{Bucket}?acl"),
        ApiOperation.Seeded("GetBucketEncryption", "GET /{Bucket}?encryption", "GetEncryptionConfiguration"),
        ApiOperation.Seeded("GetBucketLocation", "GET /{Bucket}?location"),
        ApiOperation.Seeded("GetBucketLogging", "GET /{Bucket}?logging"),
        ApiOperation.Seeded("GetBucketTagging", "GET /{Bucket}?tagging"),
        ApiOperation.Seeded("GetBucketVersioning", "GET /{Bucket}?versioning"),
        ApiOperation.Seeded("GetPublicAccessBlock", "GET /{Bucket}?publicAccessBlock", "GetBucketPublicAccessBlock"),
        ApiOperation.Seeded("HeadBucket", "HEAD /{Bucket}", "ListBucket"),
    ])
    {
        Namespace = "http://s3.amazonaws.com/doc/2006-03-01/",
        BadInput = "InvalidArgument",
        ItemNames = new Dictionary<string, string> { ["Buckets"] = "Bucket" },
    };

    private static JsonObject Owner(ApiCall call) => new()
    {
        ["Owner"] = new JsonObject { ["ID"] = call.Account.Stream.Child("canonical").Hex(64) },
        ["Prefix"] = call.Input.Text("prefix"),
    };

    private static IEnumerable<JsonNode?> Buckets(ApiCall call)
    {
        var (prefix, region, home) = (call.Input.Text("prefix") ?? "", call.Input.Text("bucket-region"), call.Account.Regions[0]);
        return call.Home.Storage.Buckets(call.Today)
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && (region is null || region == home))
            .OrderBy(bucket => bucket.Name, StringComparer.Ordinal)
            .Select(bucket => new JsonObject { ["Name"] = bucket.Name, ["CreationDate"] = Wire.Iso(bucket.CreatedAt), ["BucketRegion"] = home, ["BucketArn"] = "arn:aws:s3:::" + bucket.Name });
    }

    private static JsonObject PolicyStatus(ApiCall call)
    {
        var name = call.Required("Bucket");
        var settings = call.Home.Storage.BucketSettings.FirstOrDefault(bucket => bucket.Name == name) ?? throw new ApiException("NoSuchBucket", "The specified bucket does not exist");
        return settings.HasPolicy
            ? new JsonObject { ["IsPublic"] = settings.IsPublic }
            : throw new ApiException("NoSuchBucketPolicy", "The bucket policy does not exist");
    }
}
