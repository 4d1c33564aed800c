using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace OrgLens.Aws.Sdk;

/// <summary>The public endpoints of a service, unless one is given.</summary>
internal sealed class SdkEndpoints(AwsService service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters) =>
        parameters["Endpoint"] is string { Length: > 0 } endpoint
            ? new Endpoint(endpoint)
            : new Endpoint($"https://{HostOf(service, (string)parameters["Region"], parameters["UseFIPS"] is true)}");

    /// <summary>The host of a service in the Region that it is signed for.</summary>
    public static string HostOf(AwsService service, string region, bool useFips)
    {
        var partition = AwsPartition.Of(region);
        if (service.Global?.Host is { } global && partition == AwsPartition.Commercial && !useFips)
        {
            return global;
        }

        var isFips = useFips && !(service.IsFipsInGovernment && partition == AwsPartition.Government);
        var suffix = (string)Fn.Partition(region)[service.IsDualStackOnly ? "dualStackDnsSuffix" : "dnsSuffix"];
        return $"{(isFips ? service.FipsPrefix : service.EndpointPrefix)}.{region}.{suffix}";
    }
}
