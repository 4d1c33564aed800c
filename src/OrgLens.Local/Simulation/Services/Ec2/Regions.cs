using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary><c>DescribeRegions</c>.</summary>
internal static class Regions
{
    public static JsonObject All(ApiCall call) => new()
    {
        ["regionInfo"] = Wire.List(RegionAccess.Of(call.Account).All
            .Select(entry => (entry.Region, Status: entry.Status switch { "ENABLED_BY_DEFAULT" => "opt-in-not-required", "ENABLED" => "opted-in", _ => "not-opted-in" }))
            .Where(entry => call.Input.Flag("AllRegions") || entry.Status != "not-opted-in")
            .Where(entry => Ec2Filter.IsNamed(call, "RegionName", entry.Region) && Ec2Filter.Holds(
                call, new Dictionary<string, string> { ["region-name"] = entry.Region, ["opt-in-status"] = entry.Status }, new Dictionary<string, string>()))
            .Select(entry => new JsonObject { ["optInStatus"] = entry.Status, ["regionName"] = entry.Region, ["regionEndpoint"] = $"ec2.{entry.Region}.amazonaws.com" })),
    };
}
