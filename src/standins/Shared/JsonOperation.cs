#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns;

/// <summary>One operation of a JSON service: how its request is written, its response read and its errors named.</summary>
internal static class JsonOperation
{
    public static InvokeOptions Define<TRequest, TResponse>(
        ServiceModel service,
        string name,
        WriteMembers<TRequest> write,
        ReadMember<TResponse> read,
        ServiceErrors errors,
        Func<TRequest, int>? expectedSize = null)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() => new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(service, name, write, expectedSize),
            ResponseUnmarshaller = new JsonResponseReader<TResponse>(read, errors),
        };
}
