using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class EksClustersTests
{
    private const string Prod =
        """
        {"cluster":{"name":"prod","arn":"arn:prod","createdAt":1767780000.5,"version":"1.34","platformVersion":"eks.1","status":"ACTIVE",
         "resourcesVpcConfig":{"vpcId":"vpc-1","endpointPublicAccess":true,"endpointPrivateAccess":false,"publicAccessCidrs":["0.0.0.0/0"]},
         "logging":{"clusterLogging":[{"types":["api","audit"],"enabled":true},{"types":["scheduler"],"enabled":false}]},
         "encryptionConfig":[{"resources":["secrets"],"provider":{"keyArn":"arn:key"}}],"upgradePolicy":{"supportType":"STANDARD"},"tags":{"team":"shop"}}}
        """;

    [Fact]
    public async Task Clusters_of_all_pages_are_described_with_their_tags()
    {
        var calls = Clusters().Answer("DescribeCluster", Prod, input => (string?)input["name"] == "prod")
            .Answer("DescribeCluster", """{"cluster":{"name":"edge","status":"PENDING","connectorConfig":{"provider":"RANCHER"}}}""", input => (string?)input["name"] == "edge");
        var collected = await Collected.RunAsync(EksClusters.Collector, calls);
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"EKS","resource_type":"Cluster","resource_id":"prod","resource_name":"prod","state":"ACTIVE","vpc_id":"vpc-1",
             "creation_date":"2026-01-07T10:00:00.5+00:00","tags":[{"Key":"team","Value":"shop"}],
             "details":{"arn":"arn:prod","version":"1.34","platform_version":"eks.1","support_type":"STANDARD","endpoint_public_access":true,"endpoint_private_access":false,
              "public_access_cidrs":["0.0.0.0/0"],"logs":["api","audit"],"secrets_kms_key_arn":"arn:key","deletion_protection":null,"connector":null}}
            """,
            rows[0]);
        Assert.Equal("RANCHER", (string?)rows[1]!["details"]!["connector"]);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("eks.cluster").Status, collected.Ended("eks.cluster").Items));
        Assert.All(collected.Calls.Where(call => call.Operation == "ListClusters"), call => Assert.Equal("all", (string?)call.Input["include"]![0]));
    }

    [Fact]
    public async Task A_cluster_that_may_not_be_described_is_listed_by_its_name_and_one_that_is_gone_is_not()
    {
        var calls = Clusters().Fail("DescribeCluster", AwsErrorKind.DeniedByScp, "AccessDeniedException", input => (string?)input["name"] == "prod")
            .Fail("DescribeCluster", AwsErrorKind.NotFound, "ResourceNotFoundException", input => (string?)input["name"] == "edge");
        var collected = await Collected.RunAsync(EksClusters.Collector, calls);
        JsonAssert.Equal(
            """[{"region":"eu-west-1","service_name":"EKS","resource_type":"Cluster","resource_id":"prod","resource_name":"prod"}]""", collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.DeniedScp, "eks:DescribeCluster AccessDeniedException"), (collected.Ended("eks.cluster").Status, collected.Ended("eks.cluster").Error));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("ListClusters", """{"clusters":["prod"],"nextToken":"t"}""", input => !input.ContainsKey("nextToken"))
            .Fail("ListClusters", AwsErrorKind.Failed, "ServerException", input => input.ContainsKey("nextToken")).Answer("DescribeCluster", Prod);
        var collected = await Collected.RunAsync(EksClusters.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.Failed, collected.Ended("eks.cluster").Status);
    }

    private static CannedCalls Clusters() => new CannedCalls()
        .Answer("ListClusters", """{"clusters":["prod"],"nextToken":"t"}""", input => !input.ContainsKey("nextToken"))
        .Answer("ListClusters", """{"clusters":["edge"]}""", input => (string?)input["nextToken"] == "t");
}
