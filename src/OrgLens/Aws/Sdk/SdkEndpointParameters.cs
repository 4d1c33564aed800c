using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace OrgLens.Aws.Sdk;

internal sealed class SdkEndpointParameters : EndpointParameters
{
    private SdkEndpointParameters(string? region, string? endpoint, bool useFips)
    {
        this["Region"] = region;
        this["Endpoint"] = endpoint;
        this["UseFIPS"] = useFips;
    }

    public static SdkEndpointParameters From(IClientConfig config) => new(config.AuthenticationRegion, config.ServiceURL, config.UseFIPSEndpoint);
}
