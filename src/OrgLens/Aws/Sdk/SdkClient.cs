using System.Collections.ObjectModel;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgLens.Aws.Sdk;

/// <summary>
/// AWSSDK.Core's pipeline (credentials, endpoints, signatures, HTTP) without a service package. This folder is all that knows
/// <c>Amazon.Runtime.Internal</c> (but for <see cref="Database.DataApiClient"/>, whose pipeline has a handler of this folder), which is
/// public but not promised stable: the package's version is pinned.
/// </summary>
internal sealed class SdkClient : AmazonServiceClient
{
    private static readonly SdkMarshaller Marshaller = new();
    private static readonly InvokeOptions Json = new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = new SdkJsonAnswer() };
    private static readonly InvokeOptions Xml = new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = new SdkXmlAnswer() };

    private SdkClient(SdkConfig config)
        : base(config)
    {
    }

    private SdkClient(AWSCredentials credentials, SdkConfig config)
        : base(credentials, config)
    {
    }

    protected override IServiceMetadata ServiceMetadata => new Metadata(((SdkConfig)Config).Service.Id);

    /// <summary>A client for one service in one Region.</summary>
    public static SdkClient Create(AwsService service, string region, AwsClientOptions options)
    {
        var config = new SdkConfig(service, region, options);
        return options.Credentials is { } credentials ? new SdkClient(credentials, config) : new SdkClient(config);
    }

    /// <summary>Makes a call and gives its body.</summary>
    public Task<SdkResponse> InvokeAsync(SdkRequest request, CancellationToken cancellationToken)
    {
        var isXml = request.Operation.Service.Protocol is AwsProtocol.Query or AwsProtocol.Ec2 or AwsProtocol.RestXml;
        return InvokeAsync<SdkResponse>(request, isXml ? Xml : Json, cancellationToken);
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new SdkEndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SdkSigner());
    }

    private sealed record Metadata(string ServiceId) : IServiceMetadata
    {
        public IDictionary<string, string> OperationNameMapping => ReadOnlyDictionary<string, string>.Empty;
    }
}
