using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace OrgLens.Aws.Sdk;

/// <summary>The SDK's settings for one service in one Region.</summary>
internal sealed class SdkConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("OrgLens", typeof(SdkConfig).Assembly.GetName().Version?.ToString(3) ?? "0");

    // An initializer, since the base constructor already asks for what depends on it.
    private readonly AwsService _service;

    public SdkConfig(AwsService service, string region, AwsClientOptions options)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard }]))
    {
        _service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = new SdkEndpoints(service);
        // Attempts and their pace are AwsClient's. Its time limit covers the body, too; the SDK's would not.
        MaxErrorRetry = 0;
        ThrottleRetries = false;
        UseFIPSEndpoint = options.UseFips;
        if (options.Endpoint is { } endpoint)
        {
            ServiceURL = endpoint.AbsoluteUri;
        }
        else
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        AuthenticationRegion = region;
    }

    public AwsService Service => _service;

    public override string RegionEndpointServiceName => _service?.EndpointPrefix ?? string.Empty;

    public override string ServiceVersion => _service?.ApiVersion ?? string.Empty;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(SdkEndpointParameters.From(this));
}
