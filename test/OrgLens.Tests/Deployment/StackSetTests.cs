using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Deployment;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Deployment;

public sealed class StackSetTests
{
    private const string Ours = "<member><Key>Application</Key><Value>OrgLens</Value></member>";

    private static readonly StackDefinition s_definition = new("orglens-spoke", "{}", new Dictionary<string, string> { ["HubAccountId"] = "999900000000" });

    [Fact]
    public async Task Makes_a_StackSet_and_its_stacks_and_waits_until_they_are_there()
    {
        var calls = new CannedCalls()
            .Fail("DescribeStackSet", AwsErrorKind.NotFound, "StackSetNotFoundException")
            .Answer("DescribeStackSet", Set(Ours))
            .Answer("CreateStackSet", Result("CreateStackSet", "<StackSetId>orglens-spoke:1</StackSetId>"))
            .Answer("ListStackInstances", Instances())
            .Answer("CreateStackInstances", Result("CreateStackInstances", "<OperationId>op-1</OperationId>"))
            .Answer("DescribeStackSetOperation", Operation("RUNNING"))
            .Answer("DescribeStackSetOperation", Operation("SUCCEEDED"));

        Assert.Equal(StackChange.Created, await DeployAsync(calls, "eu-west-1", "us-east-1"));

        var created = Input(calls, "CreateStackSet");
        Assert.Equal("SERVICE_MANAGED", (string?)created["PermissionModel"]);
        Assert.Equal("DELEGATED_ADMIN", (string?)created["CallAs"]);
        Assert.True((bool)created["AutoDeployment"]!["Enabled"]!);
        Assert.Equal("999900000000", (string?)created["Parameters"]![0]!["ParameterValue"]);
        var instances = Input(calls, "CreateStackInstances");
        Assert.Equal("""["eu-west-1","us-east-1"]""", instances["Regions"]!.ToJsonString());
        Assert.Equal("""["r-abcd"]""", instances["DeploymentTargets"]!["OrganizationalUnitIds.member"]!.ToJsonString());
        Assert.Equal(2, calls.Made.Count(call => call.Operation == "DescribeStackSetOperation"));
        Assert.All(calls.Made.Where(call => call.Operation == "DescribeStackSetOperation"), call => Assert.Equal("op-1", (string?)call.Input["OperationId"]));
    }

    [Fact]
    public async Task Brings_a_StackSet_up_to_date_and_makes_stacks_only_where_there_are_none()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStackSet", Set(Ours))
            .Answer("UpdateStackSet", Result("UpdateStackSet", "<OperationId>op-1</OperationId>"))
            .Answer("ListStackInstances", Instances("eu-west-1"))
            .Answer("CreateStackInstances", Result("CreateStackInstances", "<OperationId>op-2</OperationId>"))
            .Answer("DescribeStackSetOperation", Operation("SUCCEEDED"));

        Assert.Equal(StackChange.Updated, await DeployAsync(calls, "eu-west-1", "us-east-1"));

        Assert.Equal("""["us-east-1"]""", Input(calls, "CreateStackInstances")["Regions"]!.ToJsonString());
        Assert.DoesNotContain(calls.Made, call => call.Operation == "CreateStackSet");
    }

    [Fact]
    public async Task Leaves_out_accounts_that_have_their_own()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStackSet", Set(Ours))
            .Answer("UpdateStackSet", Result("UpdateStackSet", "<OperationId>op-1</OperationId>"))
            .Answer("ListStackInstances", Instances())
            .Answer("CreateStackInstances", Result("CreateStackInstances", "<OperationId>op-2</OperationId>"))
            .Answer("DescribeStackSetOperation", Operation("SUCCEEDED"));

        await Sets(calls).DeployAsync(s_definition, new StackTargets(["r-abcd"], ["eu-west-1"]) { LeftOut = ["999900000000"] }, CancellationToken.None);

        var targets = Input(calls, "CreateStackInstances")["DeploymentTargets"]!;
        Assert.Equal("DIFFERENCE", (string?)targets["AccountFilterType"]);
        Assert.Equal("""["999900000000"]""", targets["Accounts.member"]!.ToJsonString());
    }

    [Fact]
    public async Task Keeps_parameters_that_nobody_names_again_as_long_as_the_template_has_them()
    {
        const string template = """
            Description: A spoke
            Parameters:
              HubAccountId:
                Type: String
              # Who the account belongs to.
              CustomerName:
                Type: String
            Resources:
              Gone:
                Type: AWS::SQS::Queue
            """;
        const string present = """
            <Parameters>
              <member><ParameterKey>HubAccountId</ParameterKey><ParameterValue>111111111111</ParameterValue></member>
              <member><ParameterKey>CustomerName</ParameterKey><ParameterValue>ACME</ParameterValue></member>
              <member><ParameterKey>Gone</ParameterKey><ParameterValue>x</ParameterValue></member>
            </Parameters>
            """;
        var calls = new CannedCalls()
            .Answer("DescribeStackSet", Result("DescribeStackSet", $"<StackSet><Status>ACTIVE</Status>{present}<Tags>{Ours}</Tags></StackSet>"))
            .Answer("UpdateStackSet", Result("UpdateStackSet", "<OperationId>op-1</OperationId>"))
            .Answer("ListStackInstances", Instances("eu-west-1"))
            .Answer("DescribeStackSetOperation", Operation("SUCCEEDED"));

        await Sets(calls).DeployAsync(s_definition with { Template = template + "\n" }, new StackTargets(["r-abcd"], ["eu-west-1"]), CancellationToken.None);

        Assert.Equal(
            ["HubAccountId=999900000000", "CustomerName=ACME"],
            Input(calls, "UpdateStackSet")["Parameters"]!.AsArray().Select(parameter => $"{parameter!["ParameterKey"]}={parameter["ParameterValue"]}"));
    }

    [Fact]
    public async Task Names_the_accounts_that_refused_and_why()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStackSet", Set(Ours))
            .Answer("UpdateStackSet", Result("UpdateStackSet", "<OperationId>op-1</OperationId>"))
            .Answer("DescribeStackSetOperation", Operation("FAILED"))
            .Answer("ListStackSetOperationResults", Result("ListStackSetOperationResults", """
                <Summaries>
                  <member><Account>111122223333</Account><Region>eu-west-1</Region><Status>FAILED</Status><StatusReason>the role exists already</StatusReason></member>
                  <member><Account>444455556666</Account><Region>eu-west-1</Region><Status>SUCCEEDED</Status></member>
                </Summaries>
                """));

        var failure = await Assert.ThrowsAsync<DeploymentException>(() => DeployAsync(calls, "eu-west-1"));

        Assert.Contains("111122223333 in eu-west-1: the role exists already", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("444455556666", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_alone_what_is_somebody_else_s()
    {
        var calls = new CannedCalls().Answer("DescribeStackSet", Set("<member><Key>Application</Key><Value>Other</Value></member>"));

        await Assert.ThrowsAsync<DeploymentException>(() => DeployAsync(calls, "eu-west-1"));
        await Assert.ThrowsAsync<DeploymentException>(() => Sets(calls).DeleteAsync("orglens-spoke", ["r-abcd"], CancellationToken.None));

        Assert.All(calls.Made, call => Assert.Equal("DescribeStackSet", call.Operation));
    }

    [Fact]
    public async Task Says_that_somebody_else_is_at_work()
    {
        var calls = new CannedCalls().Answer("DescribeStackSet", Set(Ours)).Fail("UpdateStackSet", AwsErrorKind.Failed, "OperationInProgressException");

        var failure = await Assert.ThrowsAsync<DeploymentException>(() => DeployAsync(calls, "eu-west-1"));

        Assert.Contains("try again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_an_operation_that_a_lost_answer_had_begun()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStackSet", Set(Ours))
            .Fail("UpdateStackSet", AwsErrorKind.Failed, "OperationIdAlreadyExistsException")
            .Answer("ListStackInstances", Instances("eu-west-1"))
            .Answer("DescribeStackSetOperation", Operation("SUCCEEDED"));

        Assert.Equal(StackChange.Updated, await DeployAsync(calls, "eu-west-1"));

        Assert.Equal((string?)Input(calls, "UpdateStackSet")["OperationId"], (string?)Input(calls, "DescribeStackSetOperation")["OperationId"]);
    }

    [Fact]
    public async Task Removes_the_stacks_of_every_Region_before_their_StackSet()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStackSet", Set(Ours))
            .Answer("ListStackInstances", Instances("us-east-1", "eu-west-1", "eu-west-1"))
            .Answer("DeleteStackInstances", Result("DeleteStackInstances", "<OperationId>op-1</OperationId>"))
            .Answer("DescribeStackSetOperation", Operation("SUCCEEDED"))
            .Answer("DeleteStackSet", Result("DeleteStackSet", ""));

        Assert.Equal(StackChange.Deleted, await Sets(calls).DeleteAsync("orglens-spoke", ["r-abcd"], CancellationToken.None));

        var deletion = Input(calls, "DeleteStackInstances");
        Assert.Equal("""["eu-west-1","us-east-1"]""", deletion["Regions"]!.ToJsonString());
        Assert.False((bool)deletion["RetainStacks"]!);
        Assert.Equal("DeleteStackSet", calls.Made[^1].Operation);
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_no_error()
    {
        var calls = new CannedCalls().Fail("DescribeStackSet", AwsErrorKind.NotFound, "StackSetNotFoundException");

        Assert.Equal(StackChange.Absent, await Sets(calls).DeleteAsync("orglens-spoke", ["r-abcd"], CancellationToken.None));
    }

    private static Task<StackChange> DeployAsync(CannedCalls calls, params string[] regions) => Sets(calls).DeployAsync(s_definition, new StackTargets(["r-abcd"], regions), CancellationToken.None);

    private static StackSets Sets(CannedCalls calls) => new(calls, "eu-west-1", isDelegated: true, new HastyClock());

    private static JsonObject Input(CannedCalls calls, string operation) => calls.Made.First(call => call.Operation == operation).Input;

    private static string Set(string tags) => Result("DescribeStackSet", $"<StackSet><StackSetName>orglens-spoke</StackSetName><Status>ACTIVE</Status><Tags>{tags}</Tags></StackSet>");

    private static string Instances(params string[] regions) => Result("ListStackInstances", $"""
        <Summaries>{string.Concat(regions.Select(region => $"<member><Account>111122223333</Account><Region>{region}</Region><Status>CURRENT</Status></member>"))}</Summaries>
        """);

    private static string Operation(string status) => Result("DescribeStackSetOperation", $"<StackSetOperation><Status>{status}</Status></StackSetOperation>");

    private static string Result(string operation, string content) => $"""<{operation}Response><{operation}Result>{content}</{operation}Result></{operation}Response>""";
}
