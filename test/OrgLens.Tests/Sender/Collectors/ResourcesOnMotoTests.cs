using System.Text.Json.Nodes;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Collectors;

/// <summary>Paths, member names and signatures of the collectors of resources, by an emulator that is not ours.</summary>
public sealed class ResourcesOnMotoTests(SeededMoto moto) : IClassFixture<SeededMoto>
{
    [Theory]
    [InlineData("autoscaling.autoscalinggroup", "web", "instance_count", "1")]
    [InlineData("dynamodb.table", "orders", "state", "ACTIVE")]
    [InlineData("ebs.volume", "data", "size_gb", "20")]
    [InlineData("ecs.cluster", "a", "state", "ACTIVE")]
    [InlineData("ecs.service", "api", "state", "ACTIVE")]
    [InlineData("eks.cluster", "prod", "state", "ACTIVE")]
    [InlineData("elb.classicloadbalancer", "old", "availability_zone", "us-east-1a")]
    [InlineData("elb.loadbalancer", "web", "availability_zone", "us-east-1a,us-east-1b")]
    [InlineData("lambda.function", "f", "size_gb", "0.5")]
    [InlineData("rds.dbcluster", "shop", "engine", "aurora-postgresql")]
    [InlineData("rds.dbinstance", "orders", "size_gb", "20")]
    public void What_was_created_is_found_with_its_tags(string collector, string name, string member, string value)
    {
        Assert.Equal((CoverageStatus.Complete, null), (moto.Collected.Ended(collector).Status, moto.Collected.Ended(collector).Error));
        var row = Row(collector, name);
        Assert.Equal(value, row[member]!.ToString());
        Assert.Equal(SeededMoto.Region, (string?)row["region"]);
        Assert.Contains(row["tags"]!.AsArray(), tag => (string?)tag!["Key"] is "team" or "Name");
    }

    [Fact]
    public void Buckets_are_found_with_their_own_Regions_and_settings()
    {
        Assert.Equal((CoverageStatus.Complete, null), (moto.Collected.Ended("s3.bucket").Status, moto.Collected.Ended("s3.bucket").Error));
        JsonAssert.Equal("""[{"Key":"team","Value":"shop"}]""", Row("s3.bucket", "logs")["tags"]);
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","encryption":"aws:kms","kms_key_id":"key","bucket_key_enabled":true,"versioning":"Enabled","mfa_delete":null,
             "public_access_block":{"block_public_acls":true,"ignore_public_acls":true,"block_public_policy":false,"restrict_public_buckets":false}}
            """,
            Row("s3.bucket", "logs")["details"]);
        Assert.Equal("us-east-1", (string?)Row("s3.bucket", "plain")["region"]);
    }

    [Fact]
    public void Subnets_of_the_default_network_are_found()
    {
        Assert.Equal(CoverageStatus.Complete, moto.Collected.Ended("vpc.subnet").Status);
        Assert.Contains(moto.Collected.Rows("service_resources"), row => (string?)row!["resource_type"] == "Subnet" && (int?)row["available_ip_count"] > 0);
    }

    [Fact]
    public void A_recorder_that_runs_is_asked()
    {
        Assert.Equal((CoverageStatus.Empty, null), (moto.Collected.Ended("config_inventory").Status, moto.Collected.Ended("config_inventory").Error));
        Assert.Equal(2, moto.Collected.Ended("config_inventory").Calls);
    }

    private JsonObject Row(string collector, string name) => Assert.Single(
        moto.Collected.Rows("service_resources").Select(row => row!.AsObject()),
        row => $"{row["service_name"]}.{row["resource_type"]}".Equals(collector, StringComparison.OrdinalIgnoreCase) && (string?)row["resource_name"] == name);
}
