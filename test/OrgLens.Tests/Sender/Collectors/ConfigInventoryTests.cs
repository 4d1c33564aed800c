using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Inventory;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class ConfigInventoryTests
{
    private const string Recording = """{"ConfigurationRecordersStatus":[{"name":"default","recording":true}]}""";
    private const string Stopped = """{"ConfigurationRecordersStatus":[{"name":"default","recording":false}]}""";
    private const string View = "arn:aws:resource-explorer-2:eu-west-1:111122223333:view/all/1";

    private const string Instance =
        """
        {"resourceId":"i-1","resourceName":"web","resourceType":"AWS::EC2::Instance","availabilityZone":"eu-west-1a","resourceCreationTime":"2026-01-07T10:00:00.000Z",
         "configuration":{"state":{"name":"running"},"instanceType":"t3.micro","vpcId":"vpc-1"}}
        """;

    private const string Database =
        """
        {"resourceId":"db-ABC","resourceName":"orders","resourceType":"AWS::RDS::DBInstance","configuration":{"dBInstanceStatus":"available","dBInstanceClass":"db.r6g.large",
         "engine":"postgres","dBSubnetGroup":{"vpcId":"vpc-1"},"allocatedStorage":200,"storageType":"gp3","multiAZ":true}}
        """;

    [Fact]
    public async Task Recorded_resources_of_all_pages_are_listed_with_their_main_properties()
    {
        var calls = new CannedCalls().Answer("DescribeConfigurationRecorderStatus", Recording)
            .Answer("SelectResourceConfig", Results("t", Instance, Database), input => !input.ContainsKey("NextToken"))
            .Answer("SelectResourceConfig", Results(null, """{"resourceId":"q","resourceType":"AWS::SQS::Queue","configuration":{"type":[1]}}"""), input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(ConfigInventory.Collector, calls);
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","resource_type":"AWS::EC2::Instance","resource_id":"i-1","resource_name":"web","availability_zone":"eu-west-1a",
               "creation_date":"2026-01-07T10:00:00+00:00","state":"running","instance_type":"t3.micro","vpc_id":"vpc-1"},
              {"region":"eu-west-1","resource_type":"AWS::RDS::DBInstance","resource_id":"db-ABC","resource_name":"orders","availability_zone":null,"creation_date":null,
               "state":"available","instance_class":"db.r6g.large","engine":"postgres","vpc_id":"vpc-1","size_gb":200,"volume_type":"gp3","multi_az":true},
              {"region":"eu-west-1","resource_type":"AWS::SQS::Queue","resource_id":"q","resource_name":null,"availability_zone":null,"creation_date":null}
            ]
            """,
            collected.Rows("config_inventory"));
        Assert.Equal((CoverageStatus.Complete, 3, 3), (collected.Ended("config_inventory").Status, collected.Ended("config_inventory").Items, collected.Ended("config_inventory").Calls));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("DescribeConfigurationRecorderStatus", Recording)
            .Answer("SelectResourceConfig", Results("t", Instance), input => !input.ContainsKey("NextToken"))
            .Fail("SelectResourceConfig", AwsErrorKind.Throttled, "ThrottlingException", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(ConfigInventory.Collector, calls);
        Assert.Single(collected.Rows("config_inventory"));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("config_inventory").Status);
    }

    [Fact]
    public async Task A_result_that_is_no_JSON_costs_its_row_only()
    {
        var calls = new CannedCalls().Answer("DescribeConfigurationRecorderStatus", Recording).Answer("SelectResourceConfig", Results(null, "<html>", Instance));
        var collected = await Collected.RunAsync(ConfigInventory.Collector, calls);
        Assert.Single(collected.Rows("config_inventory"));
        Assert.Equal(CoverageStatus.Failed, collected.Ended("config_inventory").Status);
    }

    [Theory]
    [InlineData(Stopped)]
    [InlineData("""{"ConfigurationRecordersStatus":[]}""")]
    public async Task Where_Config_does_not_record_the_index_is_read_to_its_end_without_other_accounts(string status)
    {
        var calls = Index(status, "").Answer("ListResources", Indexed("q1", "111122223333", "t"), input => !input.ContainsKey("NextToken"))
            .Answer("ListResources", Indexed("q2", "444455556666", null), input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(ConfigInventory.Collector, calls);
        JsonAssert.Equal(
            """[{"region":"eu-west-1","resource_type":"sqs:queue","resource_id":"arn:aws:sqs:eu-west-1:111122223333:q1"}]""", collected.Rows("config_inventory"));
        Assert.Equal((CoverageStatus.Complete, 5), (collected.Ended("config_inventory").Status, collected.Ended("config_inventory").Calls));
        Assert.Equal("region:eu-west-1", (string?)collected.Calls[^1].Input["Filters"]!["FilterString"]);
    }

    [Fact]
    public async Task A_failure_of_the_index_keeps_what_it_listed()
    {
        var calls = Index(Stopped, "").Answer("ListResources", Indexed("q1", "111122223333", "t"), input => !input.ContainsKey("NextToken"))
            .Fail("ListResources", AwsErrorKind.DeniedByPolicy, "UnauthorizedException", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(ConfigInventory.Collector, calls);
        Assert.Single(collected.Rows("config_inventory"));
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended("config_inventory").Status);
    }

    [Fact]
    public async Task A_filtered_view_of_the_index_is_no_complete_list()
    {
        var collected = await Collected.RunAsync(ConfigInventory.Collector, Index(Stopped, "tag:env=prod").Answer("ListResources", Indexed("q1", "111122223333", null)));
        Assert.Single(collected.Rows("config_inventory"));
        Assert.Equal(CoverageStatus.NotEnabled, collected.Ended("config_inventory").Status);
    }

    [Fact]
    public async Task Without_a_recorder_and_an_index_it_is_not_enabled()
    {
        var calls = new CannedCalls().Answer("DescribeConfigurationRecorderStatus", Stopped).Fail("GetDefaultView", AwsErrorKind.NotFound, "ResourceNotFoundException");
        var collected = await Collected.RunAsync(ConfigInventory.Collector, calls);
        Assert.Equal(
            (CoverageStatus.NotEnabled, 0, "no recorder and no index"),
            (collected.Ended("config_inventory").Status, collected.Ended("config_inventory").Items, collected.Ended("config_inventory").Error));
    }

    private static CannedCalls Index(string status, string filter) => new CannedCalls()
        .Answer("DescribeConfigurationRecorderStatus", status).Answer("GetDefaultView", $$"""{"ViewArn":"{{View}}"}""")
        .Answer("GetView", $$$$"""{"View":{"ViewArn":"{{{{View}}}}","Filters":{"FilterString":"{{{{filter}}}}"}}}""", input => (string?)input["ViewArn"] == View);

    private static string Indexed(string queue, string account, string? token) => new JsonObject
    {
        ["Resources"] = new JsonArray(new JsonObject { ["Arn"] = $"arn:aws:sqs:eu-west-1:{account}:{queue}", ["OwningAccountId"] = account, ["ResourceType"] = "sqs:queue" }),
        ["NextToken"] = token,
    }.ToJsonString();

    private static string Results(string? token, params string[] results) =>
        new JsonObject { ["Results"] = new JsonArray([.. results.Select(result => (JsonNode?)result)]), ["NextToken"] = token }.ToJsonString();
}
