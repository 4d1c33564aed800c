using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>The operations of AWS CloudFormation that a deployment makes. See https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html</summary>
internal static class CloudFormationOperations
{
    private static readonly AwsService s_service = new("CloudFormation", "cloudformation", AwsProtocol.Query, "2010-05-15");

    private static readonly AwsPaging s_paging = new("NextToken", "NextToken");

    public static AwsOperation DescribeStacks { get; } = s_service.Operation(nameof(DescribeStacks));

    public static AwsOperation DescribeStackEvents { get; } = s_service.Operation(nameof(DescribeStackEvents));

    public static AwsOperation CreateStack { get; } = s_service.Operation(nameof(CreateStack));

    public static AwsOperation UpdateStack { get; } = s_service.Operation(nameof(UpdateStack));

    public static AwsOperation DeleteStack { get; } = s_service.Operation(nameof(DeleteStack)) with { HasNoResult = true };

    public static AwsOperation DescribeStackSet { get; } = s_service.Operation(nameof(DescribeStackSet));

    public static AwsOperation CreateStackSet { get; } = s_service.Operation(nameof(CreateStackSet));

    public static AwsOperation UpdateStackSet { get; } = s_service.Operation(nameof(UpdateStackSet));

    public static AwsOperation DeleteStackSet { get; } = s_service.Operation(nameof(DeleteStackSet));

    public static AwsOperation CreateStackInstances { get; } = s_service.Operation(nameof(CreateStackInstances));

    public static AwsOperation DeleteStackInstances { get; } = s_service.Operation(nameof(DeleteStackInstances));

    public static AwsOperation ListStackInstances { get; } = s_service.Operation(nameof(ListStackInstances)) with { Paging = s_paging };

    public static AwsOperation DescribeStackSetOperation { get; } = s_service.Operation(nameof(DescribeStackSetOperation));

    public static AwsOperation ListStackSetOperationResults { get; } = s_service.Operation(nameof(ListStackSetOperationResults)) with { Paging = s_paging };
}
