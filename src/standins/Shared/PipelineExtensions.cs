#nullable enable
using Amazon.Runtime.Internal;

namespace Amazon.StandIns;

internal static class PipelineExtensions
{
    /// <summary>The three changes that make AWSSDK.Core's default pipeline one of a regional, SigV4-signed service.</summary>
    public static void UseRegionalEndpointsAndSigV4(this RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthResolver());
    }
}
