#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.StandIns;

/// <summary>https://{prefix}.{region}.{suffix of the partition}, unless an endpoint is given.</summary>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var useFips = parameters["UseFIPS"] is true;
        var useDualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string { Length: > 0 } endpoint)
        {
            return useFips || useDualStack
                ? throw new AmazonClientException("Invalid Configuration: FIPS and Dualstack are not supported with a custom endpoint")
                : new Endpoint(endpoint);
        }

        if (parameters["Region"] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var partition = Fn.Partition(region);
        var suffix = (string)partition[useDualStack ? "dualStackDnsSuffix" : "dnsSuffix"];
        return new Endpoint($"https://{prefix}{(useFips ? "-fips" : "")}.{region}.{suffix}");
    }
}
