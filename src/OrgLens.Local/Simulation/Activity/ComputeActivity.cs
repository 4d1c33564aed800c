using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>The lives of instances and volumes, so that what they end in is what the estate has.</summary>
internal static class ComputeActivity
{
    public static IEnumerable<TrailCall> On(RegionEstate estate, DateOnly day) => Instances(estate, day).Concat(Volumes(estate, day));

    private static IEnumerable<TrailCall> Instances(RegionEstate estate, DateOnly day)
    {
        var before = estate.Compute.Instances(day.AddDays(-1)).ToDictionary(instance => instance.Id, StringComparer.Ordinal);
        var after = estate.Compute.Instances(day.AddDays(1)).Select(instance => instance.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var instance in estate.Compute.Instances(day))
        {
            // A restart after a weekend follows its launch: CloudTrail's instants have whole seconds.
            var wasRunning = instance.Since == day || !before.TryGetValue(instance.Id, out var yesterday) || yesterday.IsRunning;
            if (instance.Since == day)
            {
                yield return Run(estate, instance);
            }

            if (wasRunning != instance.IsRunning)
            {
                yield return instance.IsRunning
                    ? Change(instance, day.Midnight().AddHours(6).AddMinutes(30), "StartInstances", (80, "stopped"), (0, "pending"))
                    : Change(instance, day.Midnight().AddHours(6).AddMinutes(30), "StopInstances", (16, "running"), (64, "stopping"));
            }

            if (!after.Contains(instance.Id))
            {
                yield return Change(instance, day.Midnight().AddHours(23).AddMinutes(10), "TerminateInstances", (16, "running"), (32, "shutting-down"));
            }
        }
    }

    private static IEnumerable<TrailCall> Volumes(RegionEstate estate, DateOnly day)
    {
        var after = estate.Compute.Volumes(day.AddDays(1)).Select(volume => volume.Id).ToHashSet(StringComparer.Ordinal);
        // Root volumes come and go with their instances.
        foreach (var volume in estate.Compute.Volumes(day).Where(volume => volume.RootOf is null))
        {
            if (volume.Since == day)
            {
                yield return Create(estate, volume);
            }

            if (!after.Contains(volume.Id))
            {
                yield return new TrailCall(day.Midnight().AddHours(23).AddMinutes(20), "ec2", "DeleteVolume", TrailCaller.Pipeline)
                {
                    Request = new JsonObject { ["volumeId"] = volume.Id },
                    Response = new JsonObject { ["_return"] = true },
                };
            }
        }
    }

    private static TrailCall Run(RegionEstate estate, Instance instance)
    {
        var at = instance.Since.Midnight().AddHours(6);
        return new TrailCall(at, "ec2", "RunInstances", TrailCaller.Pipeline)
        {
            Request = new JsonObject
            {
                ["instancesSet"] = Items(new JsonObject { ["minCount"] = 1, ["maxCount"] = 1 }),
                ["instanceType"] = instance.Type,
                ["tagSpecificationSet"] = Items(new JsonObject { ["resourceType"] = "instance", ["tags"] = Tags(estate, instance.Name) }),
            },
            Response = new JsonObject
            {
                ["ownerId"] = estate.Account.Id,
                ["instancesSet"] = Items(new JsonObject
                {
                    ["instanceId"] = instance.Id,
                    ["instanceState"] = State((0, "pending")),
                    ["instanceType"] = instance.Type,
                    ["launchTime"] = at.ToUnixTimeMilliseconds(),
                    ["placement"] = new JsonObject { ["availabilityZone"] = instance.Zone, ["tenancy"] = "default" },
                    ["vpcId"] = estate.VpcId,
                    ["privateIpAddress"] = instance.Address,
                    ["tagSet"] = new JsonObject { ["items"] = Tags(estate, instance.Name) },
                }),
            },
        };
    }

    private static TrailCall Change(Instance instance, DateTimeOffset at, string operation, (int, string) previous, (int, string) current) =>
        new(at, "ec2", operation, TrailCaller.Pipeline)
        {
            Request = new JsonObject { ["instancesSet"] = Items(new JsonObject { ["instanceId"] = instance.Id }) },
            Response = new JsonObject
            {
                ["instancesSet"] = Items(new JsonObject { ["instanceId"] = instance.Id, ["currentState"] = State(current), ["previousState"] = State(previous) }),
            },
        };

    private static TrailCall Create(RegionEstate estate, Volume volume)
    {
        var at = volume.Since.Midnight().AddHours(6);
        return new TrailCall(at, "ec2", "CreateVolume", TrailCaller.Pipeline)
        {
            Request = new JsonObject { ["size"] = $"{volume.SizeGiB}", ["zone"] = volume.Zone, ["volumeType"] = volume.Type },
            Response = new JsonObject
            {
                ["volumeId"] = volume.Id,
                ["size"] = $"{volume.SizeGiB}",
                ["zone"] = volume.Zone,
                ["status"] = "creating",
                ["createTime"] = at.ToUnixTimeMilliseconds(),
                ["volumeType"] = volume.Type,
                ["encrypted"] = true,
                ["tagSet"] = new JsonObject { ["items"] = Tags(estate, "") },
            },
        };
    }

    private static JsonObject Items(JsonObject item) => new() { ["items"] = new JsonArray(item) };

    private static JsonObject State((int Code, string Name) state) => new() { ["code"] = state.Code, ["name"] = state.Name };

    private static JsonArray Tags(RegionEstate estate, string name) =>
        [.. estate.Tags(name).Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })];
}
