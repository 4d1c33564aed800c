using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Local.Simulation.Services.Ec2;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Elastic Load Balancing, the classic generation.</summary>
internal static class ClassicLoadBalancingApi
{
    public static ApiService Service { get; } = new("elasticloadbalancing", ApiProtocol.Query,
    [
        ApiOperation.Paged(
            "DescribeLoadBalancers", ["LoadBalancerNames", "Marker", "PageSize"],
            new ApiPaging("LoadBalancerDescriptions") { TokenIn = "Marker", TokenOut = "NextMarker", Limit = "PageSize", Maximum = 400 }, Balancers),
        ApiOperation.Single("DescribeTags", ["LoadBalancerNames"], Tags),
    ])
    {
        Id = "elb",
        Version = "2012-06-01",
        Namespace = "http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/",
        BadInput = "ValidationError",
    };

    private static IEnumerable<JsonNode?> Balancers(ApiCall call) => Named(call).Select(found => new JsonObject
    {
        ["LoadBalancerName"] = found.Balancer.Name,
        ["DNSName"] = $"{found.Balancer.Name}-1234567890.{call.Region}.elb.amazonaws.com",
        ["ListenerDescriptions"] = Wire.List(
        [
            new JsonObject
            {
                ["Listener"] = new JsonObject { ["Protocol"] = "HTTPS", ["LoadBalancerPort"] = 443, ["InstanceProtocol"] = "HTTP", ["InstancePort"] = 8080 },
                ["PolicyNames"] = new JsonArray(),
            },
        ]),
        ["AvailabilityZones"] = Wire.Texts(found.Estate.Zones),
        ["Subnets"] = Wire.Texts(found.Estate.Zones.Select(zone => Subnets.Of(found.Estate, zone)!)),
        ["VPCId"] = found.Estate.VpcId,
        ["Instances"] = Wire.List(found.Estate.Compute.Instances(call.Today).Where(instance => instance.IsRunning).Take(2).Select(instance => new JsonObject { ["InstanceId"] = instance.Id })),
        ["HealthCheck"] = new JsonObject { ["Target"] = "HTTP:8080/health", ["Interval"] = 30, ["Timeout"] = 5, ["UnhealthyThreshold"] = 2, ["HealthyThreshold"] = 10 },
        ["SecurityGroups"] = new JsonArray(),
        ["CreatedTime"] = Wire.Iso(found.Balancer.Since.Midnight()),
        ["Scheme"] = found.Balancer.Scheme,
    });

    private static JsonObject Tags(ApiCall call) => new()
    {
        ["TagDescriptions"] = Wire.List(Named(call).Select(found => new JsonObject { ["LoadBalancerName"] = found.Balancer.Name, ["Tags"] = Wire.Tags(found.Estate.Tags(found.Balancer.Name)) })),
    };

    private static IEnumerable<(RegionEstate Estate, LoadBalancer Balancer)> Named(ApiCall call)
    {
        var names = call.Input.Texts("LoadBalancerNames");
        var all = call.Estate is { } estate ? estate.Compute.ClassicLoadBalancers.Select(balancer => (estate, balancer)).ToList() : [];
        return names.FirstOrDefault(name => !all.Exists(found => found.balancer.Name == name)) is { } unknown
            ? throw new ApiException("LoadBalancerNotFound", $"There is no ACTIVE Load Balancer named '{unknown}'")
            : all.Where(found => names.Count == 0 || names.Contains(found.balancer.Name));
    }
}
