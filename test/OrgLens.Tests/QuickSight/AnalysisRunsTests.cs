using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using OrgLens.Local.Moto;
using OrgLens.QuickSight;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Sender.Simulated;

namespace OrgLens.Tests.QuickSight;

/// <summary>Requests as test events and the command line make them, with bundles and versions in the emulator's S3.</summary>
public sealed class AnalysisRunsTests
{
    private const string Bucket = "hub";

    [Fact]
    public async Task A_bundle_in_the_bucket_is_imported_and_the_version_before_comes_back_from_there()
    {
        var folder = Directory.CreateTempSubdirectory("orglens-").FullName;
        await using (var moto = await MotoServer.StartAsync(Path.Combine(folder, "moto.log")))
        {
            using var s3 = new AmazonS3Client(
                new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonS3Config { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true });
            await s3.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
            await using var database = await TestDatabase.CreateAsync();
            using var quickSight = new FakeQuickSight();
            var runs = Runs(database, s3, quickSight);
            await PutAsync(s3, "First");
            Assert.True((await runs.RunAsync(Request("import"), null, CancellationToken.None)).IsComplete);
            var parameters = quickSight.DataSource!["DataSourceParameters"]!["AuroraPostgreSqlParameters"]!;
            Assert.Equal(("readers.example", 5433, "core"), ((string?)parameters["Host"], (int)parameters["Port"]!, (string?)parameters["Database"]));

            await PutAsync(s3, "Second");
            quickSight.Now += TimeSpan.FromHours(1);
            var second = await runs.RunAsync(Request("import"), null, CancellationToken.None);
            Assert.Contains("previous version kept", MigratedAccount.Lines(second));
            Assert.Equal("Second", (string?)quickSight.Analyses["theirs"]["name"]);
            quickSight.Now += TimeSpan.FromHours(1);
            Assert.True((await runs.RunAsync(Request("rollback") with { AnalysisId = "theirs" }, null, CancellationToken.None)).IsComplete);
            Assert.Equal("First", (string?)quickSight.Analyses["theirs"]["name"]);
            Assert.NotEmpty(await runs.ExportAsync("theirs", CancellationToken.None));
            Assert.Equal(2, (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "quicksight/theirs/" })).S3Objects.Count);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("publish", null, "There is no action publish: it is import, rollback or status.")]
    [InlineData("import", "s3://hub", "s3://hub is no address of an object like s3://bucket/key.qs.")]
    public async Task A_request_that_makes_no_sense_says_so(string action, string? bundle, string message)
    {
        await using var database = await TestDatabase.CreateAsync();
        using var s3 = new AmazonS3Client(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonS3Config { ServiceURL = "http://127.0.0.1:9" });
        using var quickSight = new FakeQuickSight();

        var refusal = await Assert.ThrowsAsync<AnalysisMigrationException>(
            () => Runs(database, s3, quickSight).RunAsync(new AnalysisRequest { Action = action, Bundle = bundle }, null, CancellationToken.None));

        Assert.Equal(message, refusal.Message);
        Assert.Empty(quickSight.Changes);
    }

    private static AnalysisRequest Request(string action) => new() { Action = action, Bundle = $"s3://{Bucket}/quicksight/in/theirs.qs" };

    private static async Task PutAsync(AmazonS3Client s3, string name)
    {
        var package = AnalysisPackage.Make(MigratedAccount.Of(("view_accounts", ["account"])), "theirs", name, new Dictionary<string, string> { ["view_accounts"] = "arn:aws:quicksight:us-east-1:999999999999:dataset/x" });
        using var content = new MemoryStream(package.Bundle);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "quicksight/in/theirs.qs", InputStream = content });
    }

    private static AnalysisRuns Runs(TestDatabase database, AmazonS3Client s3, FakeQuickSight quickSight)
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = FakeQuickSight.Region,
            ["QUICKSIGHT_IDENTITY_REGION"] = FakeQuickSight.IdentityRegion,
            ["AURORA_CLUSTER_ARN"] = TestCluster.Arn,
            ["QUICKSIGHT_SECRET_ARN"] = MigratedAccount.Secret,
            ["BUCKET"] = Bucket,
        };
        return new AnalysisRuns(
            quickSight, database.App(), s3, new HttpClient(quickSight, disposeHandler: false), new HastyClock(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)), variables.GetValueOrDefault);
    }
}
