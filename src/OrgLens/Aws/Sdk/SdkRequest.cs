using Amazon.Runtime;

namespace OrgLens.Aws.Sdk;

/// <summary>A call on its way through the SDK's pipeline.</summary>
internal sealed class SdkRequest(AwsOperation operation, AwsInput input) : AmazonWebServiceRequest
{
    public AwsOperation Operation { get; } = operation;

    public AwsInput Input { get; } = input;
}
