#nullable enable
using System.Collections.ObjectModel;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns;

/// <summary>What the clients of one service have in common on the wire.</summary>
/// <param name="ServiceId">The service's id: also names its endpoint override, AWS_ENDPOINT_URL_{id}.</param>
/// <param name="EndpointPrefix">The first label of the host name, and the name that requests are signed for.</param>
/// <param name="ApiVersion">The version of the service's public model.</param>
/// <param name="ContentType">The content type of requests.</param>
/// <param name="TargetPrefix">The prefix of X-Amz-Target (awsJson); null for services that use paths (restJson).</param>
internal sealed record ServiceModel(string ServiceId, string EndpointPrefix, string ApiVersion, string ContentType, string? TargetPrefix)
    : IServiceMetadata
{
    public IDictionary<string, string> OperationNameMapping => ReadOnlyDictionary<string, string>.Empty;
}
