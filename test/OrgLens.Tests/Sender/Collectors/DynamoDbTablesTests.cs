using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class DynamoDbTablesTests
{
    private const string Orders =
        """
        {"Table":{"TableName":"orders","TableStatus":"ACTIVE","CreationDateTime":1767780000,"TableSizeBytes":1610612736,"ItemCount":7,
         "BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST"},"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0},
         "SSEDescription":{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"arn:key"},"DeletionProtectionEnabled":true,
         "Replicas":[{"RegionName":"eu-central-1"}],"GlobalSecondaryIndexes":[{"IndexName":"by-day"}]}}
        """;

    private const string Tags =
        """{"ResourceTagMappingList":[{"ResourceARN":"arn:aws:dynamodb:eu-west-1:111122223333:table/orders","Tags":[{"Key":"team","Value":"shop"}]}]}""";

    [Fact]
    public async Task Tables_of_all_pages_are_described_with_their_tags()
    {
        var calls = Tables().Answer("DescribeTable", Orders, input => (string?)input["TableName"] == "orders")
            .Answer("DescribeTable", """{"Table":{"TableName":"plain","TableStatus":"ACTIVE"}}""", input => (string?)input["TableName"] == "plain");
        var collected = await Collected.RunAsync(DynamoDbTables.Collector, calls);
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"DynamoDB","resource_type":"Table","resource_id":"orders","resource_name":"orders","tags":[{"Key":"team","Value":"shop"}],
             "state":"ACTIVE","size_gb":1.5,"creation_date":"2026-01-07T10:00:00+00:00","type":null,
             "details":{"arn":"arn:aws:dynamodb:eu-west-1:111122223333:table/orders","item_count":7,"billing_mode":"PAY_PER_REQUEST","read_capacity_units":0,
              "write_capacity_units":0,"deletion_protection":true,"encryption":"KMS","kms_key_arn":"arn:key","replica_regions":["eu-central-1"],"indexes":["by-day"]}}
            """,
            rows[0]);
        Assert.Equal(("PROVISIONED", "AWS_OWNED"), ((string?)rows[1]!["details"]!["billing_mode"], (string?)rows[1]!["details"]!["encryption"]));
        Assert.Equal((CoverageStatus.Complete, 2, 5), (collected.Ended("dynamodb.table").Status, collected.Ended("dynamodb.table").Items, collected.Ended("dynamodb.table").Calls));
    }

    [Fact]
    public async Task A_table_that_may_not_be_described_is_listed_by_its_name_and_one_that_is_gone_is_not()
    {
        var calls = Tables().Fail("DescribeTable", AwsErrorKind.DeniedByPolicy, "AccessDeniedException", input => (string?)input["TableName"] == "orders")
            .Fail("DescribeTable", AwsErrorKind.NotFound, "ResourceNotFoundException", input => (string?)input["TableName"] == "plain");
        var collected = await Collected.RunAsync(DynamoDbTables.Collector, calls);
        JsonAssert.Equal(
            """
            [{"region":"eu-west-1","service_name":"DynamoDB","resource_type":"Table","resource_id":"orders","resource_name":"orders","tags":[{"Key":"team","Value":"shop"}]}]
            """,
            collected.Rows("service_resources"));
        Assert.Equal(
            (CoverageStatus.DeniedIam, "dynamodb:DescribeTable AccessDeniedException"),
            (collected.Ended("dynamodb.table").Status, collected.Ended("dynamodb.table").Error));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("ListTables", """{"TableNames":["orders"],"LastEvaluatedTableName":"orders"}""", input => !input.ContainsKey("ExclusiveStartTableName"))
            .Fail("ListTables", AwsErrorKind.Throttled, "ThrottlingException", input => input.ContainsKey("ExclusiveStartTableName"))
            .Answer("DescribeTable", Orders).Answer("GetResources", Tags);
        var collected = await Collected.RunAsync(DynamoDbTables.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("dynamodb.table").Status);
    }

    private static CannedCalls Tables() => new CannedCalls()
        .Answer("ListTables", """{"TableNames":["orders"],"LastEvaluatedTableName":"orders"}""", input => !input.ContainsKey("ExclusiveStartTableName"))
        .Answer("ListTables", """{"TableNames":["plain"]}""", input => (string?)input["ExclusiveStartTableName"] == "orders")
        .Answer("GetResources", Tags);
}
