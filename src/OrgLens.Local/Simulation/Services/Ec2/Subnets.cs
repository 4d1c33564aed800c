using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary><c>DescribeSubnets</c>: those of the one network of a Region that is in use.</summary>
internal static class Subnets
{
    public static IEnumerable<JsonNode?> All(ApiCall call) => call.Estate is not { } estate ? [] : estate.Storage.Subnets(call.Today)
        .Select((subnet, index) => (Subnet: subnet, Index: index))
        .Where(found => Ec2Filter.IsNamed(call, "SubnetId", found.Subnet.Id) && Ec2Filter.Holds(
            call,
            new Dictionary<string, string> { ["subnet-id"] = found.Subnet.Id, ["vpc-id"] = estate.VpcId, ["availability-zone"] = found.Subnet.Zone, ["state"] = "available" },
            estate.Tags("")))
        .Select(found => new JsonObject
        {
            ["subnetId"] = found.Subnet.Id,
            ["subnetArn"] = estate.Arn("ec2", "subnet/" + found.Subnet.Id),
            ["ownerId"] = call.Account.Id,
            ["state"] = "available",
            ["vpcId"] = estate.VpcId,
            ["cidrBlock"] = string.Create(CultureInfo.InvariantCulture, $"10.20.{found.Index * 16}.0/{(found.Index % 2 == 0 ? 20 : 24)}"),
            ["availableIpAddressCount"] = found.Subnet.FreeAddresses,
            ["availabilityZone"] = found.Subnet.Zone,
            ["defaultForAz"] = false,
            ["mapPublicIpOnLaunch"] = false,
            ["tagSet"] = Wire.Tags(estate.Tags(""), "key", "value"),
        });

    /// <summary>The first subnet of a zone.</summary>
    public static string? Of(RegionEstate estate, string zone) => estate.Storage.Subnets(estate.Census.Origin).FirstOrDefault(subnet => subnet.Zone == zone)?.Id;
}
