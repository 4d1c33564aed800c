using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class S3BucketsTests
{
    [Fact]
    public async Task Buckets_of_all_pages_are_listed_once_with_their_own_Region_and_settings()
    {
        var calls = new CannedCalls()
            .Answer("ListBuckets", Page(Bucket("logs", "eu-central-1"), "<ContinuationToken>t</ContinuationToken>"), input => !input.ContainsKey("continuation-token"))
            .Answer("ListBuckets", Page(Bucket("old")), input => (string?)input["continuation-token"] == "t")
            .Answer("GetBucketLocation", "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>", region: "us-east-1")
            .Answer("GetBucketEncryption", Encryption, IsOf("logs"), "eu-central-1")
            .Fail("GetBucketEncryption", AwsErrorKind.NotFound, "ServerSideEncryptionConfigurationNotFoundError", IsOf("old"), "us-east-1")
            .Answer("GetPublicAccessBlock", Block, IsOf("logs"), "eu-central-1")
            .Fail("GetPublicAccessBlock", AwsErrorKind.NotFound, "NoSuchPublicAccessBlockConfiguration", IsOf("old"), "us-east-1")
            .Answer("GetBucketVersioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", IsOf("logs"), "eu-central-1")
            .Answer("GetBucketVersioning", "<VersioningConfiguration/>", IsOf("old"), "us-east-1")
            .Answer("GetBucketTagging", "<Tagging><TagSet><Tag><Key>team</Key><Value>shop</Value></Tag></TagSet></Tagging>", IsOf("logs"), "eu-central-1")
            .Fail("GetBucketTagging", AwsErrorKind.NotFound, "NoSuchTagSet", IsOf("old"), "us-east-1");
        var collected = await Collected.RunAsync([S3Buckets.Collector], calls, ["eu-west-1", "eu-central-1"]);
        JsonAssert.Equal(
            """
            [
              {"service_name":"S3","resource_type":"Bucket","resource_id":"logs","resource_name":"logs","region":"eu-central-1","state":"Active",
               "creation_date":"2026-01-07T10:00:00+00:00","tags":[{"Key":"team","Value":"shop"}],
               "details":{"region":"eu-central-1","encryption":"aws:kms","kms_key_id":"arn:key","bucket_key_enabled":true,"versioning":"Enabled","mfa_delete":null,
                "public_access_block":{"block_public_acls":true,"ignore_public_acls":true,"block_public_policy":true,"restrict_public_buckets":false}}},
              {"service_name":"S3","resource_type":"Bucket","resource_id":"old","resource_name":"old","region":"us-east-1","state":"Active",
               "creation_date":"2026-01-07T10:00:00+00:00","tags":[],
               "details":{"region":"us-east-1","encryption":"none","kms_key_id":null,"bucket_key_enabled":null,"versioning":"Unversioned","mfa_delete":null,
                "public_access_block":{"block_public_acls":false,"ignore_public_acls":false,"block_public_policy":false,"restrict_public_buckets":false}}}
            ]
            """,
            collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.Complete, 2, 11), (collected.Ended("s3.bucket", "Global").Status, collected.Ended("s3.bucket").Items, collected.Ended("s3.bucket").Calls));
    }

    [Fact]
    public async Task What_may_not_be_asked_of_a_bucket_is_null_and_never_none()
    {
        var calls = new CannedCalls().Answer("ListBuckets", Page(Bucket("secret", "eu-west-1")));
        foreach (var operation in new[] { "GetBucketEncryption", "GetPublicAccessBlock", "GetBucketVersioning", "GetBucketTagging" })
        {
            calls.Fail(operation, AwsErrorKind.DeniedByPolicy, "AccessDenied");
        }

        var collected = await Collected.RunAsync(S3Buckets.Collector, calls);
        var row = Assert.Single(collected.Rows("service_resources"))!;
        Assert.Null(row["tags"]);
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","encryption":null,"kms_key_id":null,"bucket_key_enabled":null,"versioning":null,"mfa_delete":null,"public_access_block":null}
            """,
            row["details"]);
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended("s3.bucket").Status);
    }

    [Fact]
    public async Task A_bucket_whose_Region_is_not_known_is_listed_and_asked_nothing_else()
    {
        var calls = new CannedCalls().Answer("ListBuckets", Page(Bucket("far"))).Fail("GetBucketLocation", AwsErrorKind.DeniedByPolicy, "AccessDenied");
        var collected = await Collected.RunAsync(S3Buckets.Collector, calls);
        Assert.Null(Assert.Single(collected.Rows("service_resources"))!["region"]);
        Assert.Equal((CoverageStatus.DeniedIam, 2), (collected.Ended("s3.bucket").Status, collected.Ended("s3.bucket").Calls));
    }

    [Fact]
    public async Task A_bucket_that_is_deleted_meanwhile_is_not_listed()
    {
        var calls = new CannedCalls().Answer("ListBuckets", Page(Bucket("gone", "eu-west-1")))
            .Fail("GetBucketEncryption", AwsErrorKind.NotFound, "NoSuchBucket").Fail("GetPublicAccessBlock", AwsErrorKind.NotFound, "NoSuchBucket")
            .Fail("GetBucketVersioning", AwsErrorKind.NotFound, "NoSuchBucket").Fail("GetBucketTagging", AwsErrorKind.NotFound, "NoSuchBucket");
        var collected = await Collected.RunAsync(S3Buckets.Collector, calls);
        Assert.Equal((CoverageStatus.Empty, 0), (collected.Ended("s3.bucket").Status, collected.Ended("s3.bucket").Items));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("ListBuckets", Page(Bucket("logs", "eu-west-1"), "<ContinuationToken>t</ContinuationToken>"), input => !input.ContainsKey("continuation-token"))
            .Fail("ListBuckets", AwsErrorKind.Throttled, "SlowDown", input => input.ContainsKey("continuation-token"))
            .Answer("GetBucketEncryption", Encryption).Answer("GetPublicAccessBlock", Block).Answer("GetBucketVersioning", "<VersioningConfiguration/>")
            .Answer("GetBucketTagging", "<Tagging><TagSet/></Tagging>");
        var collected = await Collected.RunAsync(S3Buckets.Collector, calls);
        Assert.Equal("logs", (string?)Assert.Single(collected.Rows("service_resources"))!["resource_id"]);
        Assert.Equal((CoverageStatus.Throttled, "s3:ListBuckets SlowDown"), (collected.Ended("s3.bucket").Status, collected.Ended("s3.bucket").Error));
    }

    private const string Encryption =
        """
        <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:key</KMSMasterKeyID>
        </ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
        """;

    private const string Block =
        """
        <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>
        <RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>
        """;

    private static Func<JsonObject, bool> IsOf(string bucket) => input => (string?)input["Bucket"] == bucket;

    private static string Bucket(string name, string? region = null) =>
        $"<Bucket><Name>{name}</Name><CreationDate>2026-01-07T10:00:00.000Z</CreationDate>{(region is null ? "" : $"<BucketRegion>{region}</BucketRegion>")}</Bucket>";

    private static string Page(string buckets, string token = "") => $"<ListAllMyBucketsResult><Buckets>{buckets}</Buckets>{token}</ListAllMyBucketsResult>";
}
