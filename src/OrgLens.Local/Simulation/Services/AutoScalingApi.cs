using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Amazon EC2 Auto Scaling: groups.</summary>
internal static class AutoScalingApi
{
    public static ApiService Service { get; } = new("autoscaling", ApiProtocol.Query,
    [
        ApiOperation.Paged(
            "DescribeAutoScalingGroups", ["AutoScalingGroupNames", "IncludeInstances", "NextToken", "MaxRecords", "Filters"],
            new ApiPaging("AutoScalingGroups") { Limit = "MaxRecords", Usual = 50 }, Groups),
    ])
    {
        Version = "2011-01-01",
        Namespace = "http://autoscaling.amazonaws.com/doc/2011-01-01/",
        BadInput = "ValidationError",
        BadToken = "InvalidNextToken",
    };

    private static IEnumerable<JsonNode?> Groups(ApiCall call)
    {
        var names = call.Input.Texts("AutoScalingGroupNames");
        return call.Estate is not { } estate ? [] : estate.Compute.ScalingGroups(call.Today).Where(group => names.Count == 0 || names.Contains(group.Name)).Select(group => Describe(call, estate, group));
    }

    private static JsonObject Describe(ApiCall call, RegionEstate estate, ScalingGroup group)
    {
        // Instances that are known by name come first; a group has others that come and go with the load.
        var known = estate.Compute.Instances(call.Today).Where(instance => instance.IsRunning).Select(instance => instance.Id);
        var others = Enumerable.Range(0, group.Instances).Select(index => "i-" + estate.Stream.Child("group-instance").Child(group.Name).Child(index).Hex(17));
        return new JsonObject
        {
            ["AutoScalingGroupName"] = group.Name,
            ["AutoScalingGroupARN"] = group.Arn(estate),
            ["MinSize"] = group.Minimum,
            ["MaxSize"] = group.Maximum,
            ["DesiredCapacity"] = group.Instances,
            ["DefaultCooldown"] = 300,
            ["AvailabilityZones"] = Wire.Texts(estate.Zones),
            ["LoadBalancerNames"] = new JsonArray(),
            ["HealthCheckType"] = "ELB",
            ["HealthCheckGracePeriod"] = 300,
            ["Instances"] = Wire.List(known.Concat(others).Take(group.Instances).Select((id, index) => new JsonObject
            {
                ["InstanceId"] = id,
                ["InstanceType"] = "m6i.large",
                ["AvailabilityZone"] = estate.Zones[index % 3],
                ["LifecycleState"] = "InService",
                ["HealthStatus"] = "Healthy",
                ["ProtectedFromScaleIn"] = false,
            })),
            ["CreatedTime"] = Wire.Iso(group.Since.Midnight().AddHours(8)),
            ["Tags"] = Wire.List(estate.Tags(group.Name).Select(tag => new JsonObject
            {
                ["ResourceId"] = group.Name,
                ["ResourceType"] = "auto-scaling-group",
                ["Key"] = tag.Key,
                ["Value"] = tag.Value,
                ["PropagateAtLaunch"] = true,
            })),
            ["TerminationPolicies"] = Wire.Texts("Default"),
        };
    }
}
