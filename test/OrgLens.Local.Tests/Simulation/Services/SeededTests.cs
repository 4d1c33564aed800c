using OrgLens.Local.Simulation.Api.Faults;

namespace OrgLens.Local.Tests.Simulation.Services;

/// <summary>What the emulator answers from what was set up in it: buckets, tables, clusters.</summary>
public sealed class SeededTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Buckets_are_those_of_the_document_with_its_dates()
    {
        var expected = Document().GetProperty("service_resources").EnumerateArray().Where(row => row.GetProperty("service_name").GetString() == "S3")
            .Select(row => $"{row.GetProperty("resource_id")}|{row.GetProperty("creation_date").GetDateTimeOffset().ToUnixTimeSeconds()}").Order(StringComparer.Ordinal).ToList();

        var buckets = await PagesAsync("s3", "list_buckets", "Buckets", """{"MaxBuckets": 2}""", "ContinuationToken");

        Assert.Equal(expected, buckets.Select(bucket => $"{bucket["Name"]}|{DateTimeOffset.Parse((string)bucket["CreationDate"]!, null).ToUnixTimeSeconds()}"));
    }

    [Fact]
    public async Task Every_bucket_has_its_settings()
    {
        var buckets = (await CallAsync("s3", "list_buckets"))["Buckets"]!.AsArray();
        var algorithms = new HashSet<string>();
        foreach (var name in buckets.Select(bucket => $$"""{"Bucket": "{{bucket!["Name"]}}"}"""))
        {
            algorithms.Add((string)(await CallAsync("s3", "get_bucket_encryption", name))["ServerSideEncryptionConfiguration"]!["Rules"]![0]!["ApplyServerSideEncryptionByDefault"]!["SSEAlgorithm"]!);
            Assert.Contains((await CallAsync("s3", "get_bucket_tagging", name))["TagSet"]!.AsArray(), tag => (string?)tag!["Key"] == "environment");
            await CallAsync("s3", "get_bucket_versioning", name);
        }

        Assert.Equal(["AES256", "aws:kms"], algorithms.Order());
    }

    [Fact]
    public async Task Policies_of_buckets_are_public_or_not_or_not_there()
    {
        var seen = new HashSet<string>();
        foreach (var account in Cloud.Api.Organization.Accounts.Where(account => !account.IsRestricted))
        {
            foreach (var bucket in (await CallAsync("s3", "list_buckets", account: account))["Buckets"]!.AsArray())
            {
                var answer = await Cloud.Boto3.SendAsync("s3", "get_bucket_policy_status", Json($$"""{"Bucket": "{{bucket!["Name"]}}"}"""), new Clients.ForeignRole(account.Id, account.Regions[0]));
                seen.Add((string?)answer["code"] ?? answer["result"]!["PolicyStatus"]!["IsPublic"]!.ToJsonString());
            }
        }

        Assert.Equal(["NoSuchBucketPolicy", "false", "true"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tables_and_clusters_are_there()
    {
        var tables = (await CallAsync("dynamodb", "list_tables"))["TableNames"]!.AsArray();
        var table = (await CallAsync("dynamodb", "describe_table", $$"""{"TableName": "{{tables[0]}}"}"""))["Table"]!;
        var ecs = (await CallAsync("ecs", "list_clusters"))["clusterArns"]!.AsArray();
        var eks = (await CallAsync("eks", "list_clusters"))["clusters"]!.AsArray();

        Assert.Equal($"arn:aws:dynamodb:{Home}:{Account.Id}:table/{tables[0]}", (string?)table["TableArn"]);
        Assert.NotEmpty(ecs);
        Assert.Empty((await CallAsync("ecs", "list_clusters", region: "sa-east-1"))["clusterArns"]!.AsArray());
        Assert.Equal("ACTIVE", (string?)(await CallAsync("eks", "describe_cluster", $$"""{"name": "{{Assert.Single(eks)}}"}"""))["cluster"]!["status"]);
    }

    [Fact]
    public async Task The_caller_is_known_and_counted()
    {
        Cloud.Api.Faults.Reset();

        var identity = await CallAsync("sts", "get_caller_identity");

        Assert.Equal(Account.Id, (string?)identity["Account"]);
        Assert.Equal(1, Cloud.Api.Faults.Calls["sts:GetCallerIdentity"]);
    }

    [Fact]
    public async Task They_go_wrong_when_they_are_told_to()
    {
        Cloud.Api.Faults.Add(new ApiFaultRule { Fault = ApiFault.Throttled, Service = "dynamodb", Operation = "ListTables" });
        Cloud.Api.Faults.Add(new ApiFaultRule { Fault = ApiFault.DeniedByPolicy, Service = "s3" });

        var tables = await FailAsync("dynamodb", "list_tables");
        var bucket = await FailAsync("s3", "get_bucket_encryption", """{"Bucket": "some"}""");
        var disabled = await FailAsync("ecs", "list_clusters", region: "ap-east-1");
        Cloud.Api.Faults.Reset();

        Assert.Equal("ThrottlingException", tables.Code);
        Assert.Equal(("AccessDenied", 403), (bucket.Code, bucket.Status));
        Assert.Contains("s3:GetEncryptionConfiguration", bucket.Message, StringComparison.Ordinal);
        Assert.Equal("UnrecognizedClientException", disabled.Code);
    }
}
