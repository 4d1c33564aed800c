using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Local.Simulation.Services.Ec2;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Elastic Load Balancing: application and network load balancers.</summary>
internal static class LoadBalancingApi
{
    public static ApiService Service { get; } = new("elasticloadbalancing", ApiProtocol.Query,
    [
        ApiOperation.Paged(
            "DescribeLoadBalancers", ["LoadBalancerArns", "Names", "Marker", "PageSize"],
            new ApiPaging("LoadBalancers") { TokenIn = "Marker", TokenOut = "NextMarker", Limit = "PageSize", Maximum = 400 }, Balancers),
        ApiOperation.Single("DescribeTags", ["ResourceArns"], Tags),
    ])
    {
        Id = "elbv2",
        Version = "2015-12-01",
        Namespace = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
        BadInput = "ValidationError",
    };

    private static IEnumerable<JsonNode?> Balancers(ApiCall call)
    {
        var (arns, names) = (call.Input.Texts("LoadBalancerArns"), call.Input.Texts("Names"));
        return call.Estate is not { } estate ? [] : estate.Compute.LoadBalancers(call.Today)
            .Where(balancer => (arns.Count == 0 || arns.Contains(balancer.Arn(estate))) && (names.Count == 0 || names.Contains(balancer.Name)))
            .Select(balancer => Describe(estate, balancer));
    }

    private static JsonObject Describe(RegionEstate estate, LoadBalancer balancer) => new()
    {
        ["LoadBalancerArn"] = balancer.Arn(estate),
        ["DNSName"] = $"{(balancer.Scheme == "internal" ? "internal-" : "")}{balancer.Name}-{estate.Stream.Child("dns").Child(balancer.Name).Int(100_000_000, 999_999_999)}.{estate.Region}.elb.amazonaws.com",
        ["CanonicalHostedZoneId"] = "Z32O12XQLNTSW2",
        ["CreatedTime"] = Wire.Iso(balancer.Since.Midnight().AddHours(9)),
        ["LoadBalancerName"] = balancer.Name,
        ["Scheme"] = balancer.Scheme,
        ["VpcId"] = estate.VpcId,
        ["State"] = new JsonObject { ["Code"] = "active" },
        ["Type"] = balancer.Kind,
        ["AvailabilityZones"] = Wire.List(estate.Zones.Select(zone => new JsonObject { ["ZoneName"] = zone, ["SubnetId"] = Subnets.Of(estate, zone), ["LoadBalancerAddresses"] = new JsonArray() })),
        ["SecurityGroups"] = balancer.Kind == "network" ? null : Wire.Texts("sg-" + estate.Stream.Child("balancer-group").Child(balancer.Name).Hex(17)),
        ["IpAddressType"] = "ipv4",
    };

    private static JsonObject Tags(ApiCall call)
    {
        var arns = call.Input.Texts("ResourceArns");
        if (arns.Count > 20)
        {
            throw call.BadInput("Only 20 resources can be described at once");
        }

        var known = call.Estate is { } estate ? estate.Compute.LoadBalancers(call.Today).ToDictionary(balancer => balancer.Arn(estate)) : [];
        return new JsonObject
        {
            ["TagDescriptions"] = Wire.List(arns.Select(arn => known.TryGetValue(arn, out var balancer)
                ? new JsonObject { ["ResourceArn"] = arn, ["Tags"] = Wire.Tags(call.Estate!.Tags(balancer.Name)) }
                : throw new ApiException("LoadBalancerNotFound", $"Load balancer '{arn}' not found"))),
        };
    }
}
