using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary><c>DescribeInstances</c>: every instance is a reservation of its own.</summary>
internal static class Instances
{
    public static IEnumerable<JsonNode?> Reservations(ApiCall call)
    {
        var found = call.Estate is { } estate
            ? estate.Compute.Instances(call.Today).Where(instance => Ec2Filter.IsNamed(call, "InstanceId", instance.Id) && Holds(call, estate, instance)).Select(instance => Reservation(call, estate, instance))
            : [];
        return call.Input.Texts("InstanceId").FirstOrDefault(id => call.Estate?.Compute.Instances(call.Today).Any(instance => instance.Id == id) != true) is { } unknown
            ? throw new ApiException("InvalidInstanceID.NotFound", $"The instance ID '{unknown}' does not exist")
            : found;
    }

    private static JsonObject Reservation(ApiCall call, RegionEstate estate, Instance instance) => new()
    {
        ["reservationId"] = "r-" + estate.Stream.Child("reservation-id").Child(instance.Id).Hex(17),
        ["ownerId"] = call.Account.Id,
        ["groupSet"] = new JsonArray(),
        ["instancesSet"] = Wire.List([Describe(estate, instance)]),
    };

    private static JsonObject Describe(RegionEstate estate, Instance instance) => new()
    {
        ["instanceId"] = instance.Id,
        ["imageId"] = "ami-" + estate.Stream.Child("image").Child(instance.IsWindows ? "windows" : "linux").Hex(17),
        ["instanceState"] = instance.IsRunning ? new JsonObject { ["code"] = 16, ["name"] = "running" } : new JsonObject { ["code"] = 80, ["name"] = "stopped" },
        ["privateDnsName"] = $"ip-{instance.Address.Replace('.', '-')}.{estate.Region}.compute.internal",
        ["instanceType"] = instance.Type,
        ["launchTime"] = Wire.Iso(instance.Since.Midnight().AddHours(6)),
        ["placement"] = new JsonObject { ["availabilityZone"] = instance.Zone, ["tenancy"] = "default" },
        ["platform"] = instance.IsWindows ? "windows" : null,
        ["monitoring"] = new JsonObject { ["state"] = "disabled" },
        ["subnetId"] = Subnets.Of(estate, instance.Zone),
        ["vpcId"] = estate.VpcId,
        ["privateIpAddress"] = instance.Address,
        ["architecture"] = instance.Type.Contains('g', StringComparison.Ordinal) ? "arm64" : "x86_64",
        ["rootDeviceType"] = "ebs",
        ["rootDeviceName"] = "/dev/xvda",
        ["virtualizationType"] = "hvm",
        ["hypervisor"] = "xen",
        ["ebsOptimized"] = true,
        ["enaSupport"] = true,
        ["sourceDestCheck"] = true,
        ["tagSet"] = Wire.Tags(estate.Tags(instance.Name), "key", "value"),
        ["metadataOptions"] = new JsonObject { ["state"] = "applied", ["httpTokens"] = instance.Index % 5 == 4 ? "optional" : "required", ["httpEndpoint"] = "enabled" },
        ["platformDetails"] = instance.IsWindows ? "Windows" : "Linux/UNIX",
    };

    private static bool Holds(ApiCall call, RegionEstate estate, Instance instance) => Ec2Filter.Holds(
        call,
        new Dictionary<string, string>
        {
            ["instance-id"] = instance.Id,
            ["instance-state-name"] = instance.IsRunning ? "running" : "stopped",
            ["instance-type"] = instance.Type,
            ["availability-zone"] = instance.Zone,
            ["vpc-id"] = estate.VpcId,
        },
        estate.Tags(instance.Name));
}
