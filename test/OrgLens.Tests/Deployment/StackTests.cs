using OrgLens.Aws;
using OrgLens.Deployment;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Deployment;

public sealed class StackTests
{
    private static readonly StackDefinition s_definition = new("orglens-artifacts", "{}", new Dictionary<string, string>());

    [Fact]
    public async Task Makes_a_stack_and_waits_until_it_is_there()
    {
        var calls = new CannedCalls()
            .Add("DescribeStacks", null, null, (operation, region) => throw Missing(operation, region))
            .Answer("DescribeStacks", Stack("CREATE_IN_PROGRESS"))
            .Answer("DescribeStacks", Stack("CREATE_COMPLETE"))
            .Answer("CreateStack", "<CreateStackResponse><CreateStackResult><StackId>x</StackId></CreateStackResult></CreateStackResponse>");

        Assert.Equal(StackChange.Created, await DeployAsync(calls));
        Assert.Equal(3, calls.Made.Count(call => call.Operation == "DescribeStacks"));
    }

    [Fact]
    public async Task Knows_a_stack_that_needs_no_change()
    {
        var calls = new CannedCalls().Answer("DescribeStacks", Stack("CREATE_COMPLETE")).Add("UpdateStack", null, null, (operation, region) =>
            throw new AwsCallException(operation, region, AwsErrorKind.Failed, "ValidationError") { ServiceMessage = "No updates are to be performed." });

        Assert.Equal(StackChange.Unchanged, await DeployAsync(calls));
    }

    [Fact]
    public async Task Gives_the_first_failure_as_the_reason()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStacks", Stack("UPDATE_COMPLETE"))
            .Answer("DescribeStacks", Stack("UPDATE_ROLLBACK_COMPLETE"))
            .Answer("UpdateStack", "<UpdateStackResponse><UpdateStackResult><StackId>x</StackId></UpdateStackResult></UpdateStackResponse>")
            .Answer("DescribeStackEvents", """
                <DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>
                  <member><LogicalResourceId>Function</LogicalResourceId><ResourceStatus>UPDATE_FAILED</ResourceStatus><ResourceStatusReason>cancelled</ResourceStatusReason></member>
                  <member><LogicalResourceId>Role</LogicalResourceId><ResourceStatus>UPDATE_FAILED</ResourceStatus><ResourceStatusReason>not allowed</ResourceStatusReason></member>
                  <member><LogicalResourceId>orglens-artifacts</LogicalResourceId><ResourceStatus>UPDATE_IN_PROGRESS</ResourceStatus></member>
                  <member><LogicalResourceId>Bucket</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>long ago</ResourceStatusReason></member>
                </StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>
                """);

        var failure = await Assert.ThrowsAsync<DeploymentException>(() => DeployAsync(calls));

        Assert.EndsWith("Role: not allowed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE_COMPLETE", "Other", "somebody else")]
    [InlineData("ROLLBACK_COMPLETE", "OrgLens", "delete it")]
    public async Task Does_not_touch_a_stack_that_it_should_not(string status, string tag, string advice)
    {
        var calls = new CannedCalls().Answer("DescribeStacks", Stack(status, tag));

        var failure = await Assert.ThrowsAsync<DeploymentException>(() => DeployAsync(calls));

        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        Assert.All(calls.Made, call => Assert.Equal("DescribeStacks", call.Operation));
    }

    [Fact]
    public async Task Removes_a_stack_and_waits_until_it_is_gone()
    {
        var calls = new CannedCalls()
            .Answer("DescribeStacks", Stack("CREATE_COMPLETE"))
            .Answer("DescribeStacks", Stack("DELETE_IN_PROGRESS"))
            .Add("DescribeStacks", null, null, (operation, region) => throw Missing(operation, region))
            .Answer("DeleteStack", "<DeleteStackResponse><ResponseMetadata><RequestId>x</RequestId></ResponseMetadata></DeleteStackResponse>");

        Assert.Equal(StackChange.Deleted, await new Stacks(calls, new HastyClock()).DeleteAsync("orglens-artifacts", "eu-west-1", CancellationToken.None));
        Assert.Equal(StackChange.Absent, await new Stacks(calls, new HastyClock()).DeleteAsync("orglens-artifacts", "eu-west-1", CancellationToken.None));
    }

    private static Task<StackChange> DeployAsync(CannedCalls calls) => new Stacks(calls, new HastyClock()).DeployAsync(s_definition, "eu-west-1", CancellationToken.None);

    private static AwsCallException Missing(AwsOperation operation, string region) =>
        new(operation, region, AwsErrorKind.Failed, "ValidationError") { ServiceMessage = "Stack with id orglens-artifacts does not exist" };

    private static string Stack(string status, string tag = "OrgLens") => $"""
        <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
          <StackName>orglens-artifacts</StackName><StackStatus>{status}</StackStatus><Tags><member><Key>Application</Key><Value>{tag}</Value></member></Tags>
        </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
        """;
}
