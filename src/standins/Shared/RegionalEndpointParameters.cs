#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.StandIns;

/// <summary>The four built-in parameters of a regional service's endpoint rules.</summary>
internal sealed class RegionalEndpointParameters : EndpointParameters
{
    private RegionalEndpointParameters(string? region, string? endpoint, bool useFips, bool useDualStack)
    {
        this["Region"] = region;
        this["Endpoint"] = endpoint;
        this["UseFIPS"] = useFips;
        this["UseDualStack"] = useDualStack;
    }

    public static RegionalEndpointParameters From(IClientConfig config, RegionEndpoint? alternate) => new(
        (alternate ?? config.RegionEndpoint)?.SystemName ?? config.AuthenticationRegion,
        config.ServiceURL,
        config.UseFIPSEndpoint,
        config.UseDualstackEndpoint);
}
