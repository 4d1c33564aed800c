using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Database;

[Collection(HubCollection.Name)]
public sealed class MigrateDatabaseTests(RunningHub hub)
{
    [Fact]
    public async Task Applies_nothing_to_a_database_that_is_up_to_date()
    {
        var before = await hub.ReadAsync("select name, applied_at from admin.migrations order by name");

        var report = await hub.InvokeAsync("MigrateDatabase", JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("events", "migrate-database.json")))!);

        Assert.NotEmpty(before);
        Assert.Equal("""{"Applied":[]}""", report!.ToJsonString());
        Assert.Equal(before, await hub.ReadAsync("select name, applied_at from admin.migrations order by name"));
    }

    [Fact]
    public async Task Lets_a_reader_read_and_nothing_else()
    {
        JsonObject Statement(string sql) => new()
        {
            ["resourceArn"] = hub.Cloud.Resources.ClusterArn,
            ["secretArn"] = hub.Cloud.Resources.ReaderSecretArn,
            ["database"] = "core",
            ["sql"] = sql,
        };

        var read = await hub.Aws.CallAsync("rds-data", "execute_statement", Statement("select current_user::text, count(*) from view_accounts"));
        var refusal = await hub.Aws.FailAsync("rds-data", "execute_statement", Statement("delete from accounts"));

        Assert.StartsWith("orglens_reader", (string?)read["records"]![0]![0]!["stringValue"], StringComparison.Ordinal);
        Assert.Contains("permission denied for table accounts", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Create", null, "orglens-schema")]
    [InlineData("Update", "an-older-id", "an-older-id")]
    [InlineData("Delete", "an-older-id", "an-older-id")]
    public async Task Tells_CloudFormation_that_it_is_done(string type, string? physicalId, string expectedId)
    {
        await using var cloudFormation = await ResponseListener.StartAsync();

        await hub.InvokeAsync("MigrateDatabase", Request(type, cloudFormation.Url, physicalId));

        var answer = Assert.Single(cloudFormation.Answers);
        Assert.Equal("SUCCESS", (string?)answer["Status"]);
        Assert.Equal(expectedId, (string?)answer["PhysicalResourceId"]);
        Assert.Equal("arn:aws:cloudformation:eu-west-1:123456789012:stack/orglens/1", (string?)answer["StackId"]);
        Assert.Equal("request-1", (string?)answer["RequestId"]);
        Assert.Equal("DatabaseSchema", (string?)answer["LogicalResourceId"]);
        Assert.Equal((null, "?Signature=abc%2Fdef%3D"), (Empty(cloudFormation.LastRequest.ContentType), cloudFormation.LastRequest.Query));
    }

    [Fact]
    public async Task Tells_CloudFormation_why_it_failed()
    {
        await using var cloudFormation = await ResponseListener.StartAsync();
        await using var host = Refused();

        var result = await host.InvokeAsync("orglens-MigrateDatabase", Request("Create", cloudFormation.Url, null).Bytes());

        Assert.False(result.IsSuccess);
        var answer = Assert.Single(cloudFormation.Answers);
        Assert.Equal("FAILED", (string?)answer["Status"]);
        Assert.Equal((string?)JsonNode.Parse(result.Payload.Span)!["errorMessage"], (string?)answer["Reason"]);
        Assert.NotEmpty((string)answer["Reason"]!);
        Assert.Equal("orglens-schema", (string?)answer["PhysicalResourceId"]);
    }

    [Fact]
    public async Task Lets_a_stack_be_deleted_whose_database_is_out_of_reach()
    {
        await using var cloudFormation = await ResponseListener.StartAsync();
        await using var host = Refused();

        var result = await host.InvokeAsync("orglens-MigrateDatabase", Request("Delete", cloudFormation.Url, "orglens-schema").Bytes());

        Assert.True(result.IsSuccess, result.LogTail);
        Assert.Equal("SUCCESS", (string?)Assert.Single(cloudFormation.Answers)["Status"]);
    }

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // The database turns down whoever does not know its secret.
    private OrgLens.Local.Lambda.LambdaHost Refused() => hub.HostWith(
        "MigrateDatabase", ("AURORA_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:unknown-AbCdEf"));

    private static JsonObject Request(string type, string url, string? physicalId)
    {
        var request = new JsonObject
        {
            ["RequestType"] = type,
            ["ResponseURL"] = url,
            ["StackId"] = "arn:aws:cloudformation:eu-west-1:123456789012:stack/orglens/1",
            ["RequestId"] = "request-1",
            ["ResourceType"] = "Custom::DatabaseSchema",
            ["LogicalResourceId"] = "DatabaseSchema",
            ["ResourceProperties"] = new JsonObject { ["ServiceToken"] = "arn:aws:lambda:eu-west-1:123456789012:function:orglens-MigrateDatabase", ["Version"] = "0.1.0" },
        };
        if (physicalId is not null)
        {
            request["PhysicalResourceId"] = physicalId;
        }

        return request;
    }
}
