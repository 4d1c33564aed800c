using Amazon.Runtime;

namespace OrgLens.Aws.Sdk;

/// <summary>The body of an answer, unread: reading it is not the pipeline's, whose exceptions would hide what was wrong.</summary>
internal sealed class SdkResponse : AmazonWebServiceResponse
{
    public byte[] Body { get; init; } = [];
}
