using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary><c>DescribeVolumes</c>.</summary>
internal static class Volumes
{
    public static IEnumerable<JsonNode?> All(ApiCall call) => call.Estate is not { } estate ? [] : estate.Compute.Volumes(call.Today)
        .Where(volume => Ec2Filter.IsNamed(call, "VolumeId", volume.Id) && Ec2Filter.Holds(
            call,
            new Dictionary<string, string> { ["volume-id"] = volume.Id, ["status"] = Status(volume), ["volume-type"] = volume.Type, ["availability-zone"] = volume.Zone },
            estate.Tags("")))
        .Select(volume => Describe(call, estate, volume));

    private static JsonObject Describe(ApiCall call, RegionEstate estate, Volume volume)
    {
        var draw = estate.Stream.Child("volume-settings").Child(volume.Id);
        var isEncrypted = draw.Chance(0.8);
        return new JsonObject
        {
            ["volumeId"] = volume.Id,
            ["size"] = volume.SizeGiB,
            ["availabilityZone"] = volume.Zone,
            ["status"] = Status(volume),
            ["createTime"] = Wire.Iso(volume.Since.Midnight().AddHours(6)),
            ["attachmentSet"] = volume.IsAttached ? Wire.List([Attachment(call, estate, volume)]) : new JsonArray(),
            ["tagSet"] = Wire.Tags(estate.Tags(""), "key", "value"),
            ["volumeType"] = volume.Type,
            ["iops"] = volume.Type == "gp2" ? Math.Max(100, volume.SizeGiB * 3) : 3000,
            ["encrypted"] = isEncrypted,
            ["kmsKeyId"] = isEncrypted ? estate.Arn("kms", "key/" + (estate.Vault.Keys(call.Today).FirstOrDefault()?.Id ?? draw.Uuid())) : null,
            ["multiAttachEnabled"] = false,
            ["throughput"] = volume.Type == "gp3" ? 125 : null,
        };
    }

    private static JsonObject Attachment(ApiCall call, RegionEstate estate, Volume volume) => new()
    {
        ["volumeId"] = volume.Id,
        ["instanceId"] = volume.RootOf ?? estate.Compute.SomeInstance(estate.Stream.Child("attached").Child(volume.Id), call.Today),
        ["device"] = volume.RootOf is null ? "/dev/sdf" : "/dev/xvda",
        ["status"] = "attached",
        ["attachTime"] = Wire.Iso(volume.Since.Midnight().AddHours(6)),
        ["deleteOnTermination"] = volume.RootOf is not null,
    };

    private static string Status(Volume volume) => volume.IsAttached ? "in-use" : "available";
}
