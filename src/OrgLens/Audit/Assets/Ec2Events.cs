using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>Records of EC2 about instances and volumes.</summary>
internal static class Ec2Events
{
    public static readonly FrozenDictionary<string, AssetOperation> Operations = new Dictionary<string, AssetOperation>
    {
        ["RunInstances"] = new(AssetKind.Instance, AssetChange.Created),
        ["ModifyInstanceAttribute"] = new(AssetKind.Instance, AssetChange.Changed),
        ["StartInstances"] = new(AssetKind.Instance, AssetChange.Changed),
        ["StopInstances"] = new(AssetKind.Instance, AssetChange.Changed),
        ["RebootInstances"] = new(AssetKind.Instance, AssetChange.Changed),
        ["AssociateIamInstanceProfile"] = new(AssetKind.Instance, AssetChange.Changed),
        ["TerminateInstances"] = new(AssetKind.Instance, AssetChange.Removed),
        ["BidEvictedEvent"] = new(AssetKind.Instance, AssetChange.Removed),
        ["CreateVolume"] = new(AssetKind.Volume, AssetChange.Created),
        ["ModifyVolume"] = new(AssetKind.Volume, AssetChange.Changed),
        ["AttachVolume"] = new(AssetKind.Volume, AssetChange.Changed),
        ["DetachVolume"] = new(AssetKind.Volume, AssetChange.Changed),
        ["DeleteVolume"] = new(AssetKind.Volume, AssetChange.Removed),
        ["CreateTags"] = new(null, AssetChange.Tagged),
        ["DeleteTags"] = new(null, AssetChange.Tagged),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<AssetEvent> Of(TrailRecord record, AssetOperation operation) => record.EventName switch
    {
        "CreateTags" or "DeleteTags" => Tagged(record),
        "RunInstances" => Run(record).DefaultIfEmpty(operation.Unnamed),
        "CreateVolume" => CreateVolume(record).DefaultIfEmpty(operation.Unnamed),
        _ when operation.Kind == AssetKind.Volume => ChangeVolume(record, operation.Change),
        _ => ChangeInstances(record, operation.Change),
    };

    private static AssetEvent Event(TrailRecord record, AssetKind kind, string id, AssetChange change) =>
        new(kind, new AssetArn(kind, record.AccountId, record.Region, id).ToString(), id, change);

    private static IEnumerable<AssetEvent> Run(TrailRecord record)
    {
        foreach (var instance in record.Response.Items("instancesSet", "items"))
        {
            if (instance.Text("instanceId") is not { } id)
            {
                continue;
            }

            yield return Event(record, AssetKind.Instance, id, AssetChange.Created) with
            {
                Facts = InstanceFacts(instance),
                Tags = instance.At("tagSet").ValueKind == JsonValueKind.Object ? AssetFacts.Tags(instance.Items("tagSet", "items")) : RequestedTags(record, "instance"),
                HasAllTags = true,
            };
            foreach (var device in instance.Items("blockDeviceMapping", "items"))
            {
                if (device.Text("ebs", "volumeId") is { } volume)
                {
                    yield return Event(record, AssetKind.Volume, volume, AssetChange.Created) with
                    {
                        Facts = new JsonObject().With("state", "in-use").With("attached_to", id).With("availability_zone", instance.Text("placement", "availabilityZone")),
                        Tags = RequestedTags(record, "volume"),
                        HasAllTags = true,
                    };
                }
            }
        }
    }

    // With a launch template, a fleet or a spot request the call itself tells little: what was made is in the answer.
    private static JsonObject InstanceFacts(JsonElement instance) => new JsonObject()
        .With("state", instance.Text("instanceState", "name"))
        .With("class", instance.Text("instanceType"))
        .With("vpc_id", instance.Text("vpcId"))
        .With("subnet_id", instance.Text("subnetId"))
        .With("availability_zone", instance.Text("placement", "availabilityZone"))
        .With("created_at", instance.Instant("launchTime"))
        .With("image_id", instance.Text("imageId"))
        .With("private_ip", instance.Text("privateIpAddress"))
        .With("private_dns_name", instance.Text("privateDnsName"))
        .With("architecture", instance.Text("architecture"))
        .With("platform", instance.Text("platform"))
        .With("market", instance.Text("instanceLifecycle"))
        .With("instance_profile", instance.Text("iamInstanceProfile", "arn"));

    private static JsonObject RequestedTags(TrailRecord record, string resourceType) => AssetFacts.Tags(
        record.Request.Items("tagSpecificationSet", "items").Where(specification => specification.Text("resourceType") == resourceType).SelectMany(specification => specification.Items("tags")));

    private static IEnumerable<AssetEvent> ChangeInstances(TrailRecord record, AssetChange change)
    {
        if (record.EventName == "BidEvictedEvent")
        {
            return record.ServiceDetails.Items("instanceIdSet").Select(id => id.Text()).OfType<string>().Select(id => Removed(record, AssetKind.Instance, id));
        }

        var request = Unwrapped(record.Request, $"{record.EventName}Request");
        if (record.EventName is "ModifyInstanceAttribute" or "AssociateIamInstanceProfile")
        {
            return (request.Text("instanceId") ?? request.Text("InstanceId")) is { } one
                ? [Event(record, AssetKind.Instance, one, change) with { Facts = record.EventName == "ModifyInstanceAttribute" ? AttributeFacts(request) : ProfileFacts(record) }]
                : [];
        }

        // The answer has the states, in an order of its own; where it is left out, the request has the ids.
        var answered = record.Response.Items("instancesSet", "items").Where(item => item.Text("instanceId") is not null).ToList();
        return (answered.Count > 0 ? answered : request.Items("instancesSet", "items"))
            .Select(item => (Id: item.Text("instanceId"), State: item.Text("currentState", "name")))
            .Where(item => item.Id is not null)
            .Select(item => change == AssetChange.Removed
                ? Removed(record, AssetKind.Instance, item.Id!)
                : Event(record, AssetKind.Instance, item.Id!, change) with { Facts = new JsonObject().With("state", item.State) });
    }

    private static JsonObject AttributeFacts(JsonElement request) => new JsonObject()
        .With("class", request.Text("instanceType", "value") ?? request.Text("instanceType") ?? (request.Text("attribute") == "instanceType" ? request.Text("value") : null))
        .With("termination_protection", request.Flag("disableApiTermination", "value"));

    private static JsonObject ProfileFacts(TrailRecord record) => new JsonObject().With(
        "instance_profile",
        Unwrapped(record.Response, "AssociateIamInstanceProfileResponse").Text("iamInstanceProfileAssociation", "iamInstanceProfile", "arn"));

    private static AssetEvent Removed(TrailRecord record, AssetKind kind, string id) => Event(record, kind, id, AssetChange.Removed) with
    {
        Facts = new JsonObject().With("state", kind == AssetKind.Volume ? "deleted" : "terminated"),
    };

    private static IEnumerable<AssetEvent> CreateVolume(TrailRecord record)
    {
        var volume = record.Response;
        return volume.Text("volumeId") is not { } id ? [] : [Event(record, AssetKind.Volume, id, AssetChange.Created) with
        {
            Facts = new JsonObject()
                .With("state", volume.Text("status"))
                .With("class", volume.Text("volumeType"))
                .With("size_gb", volume.WholeNumber("size") ?? record.Request.WholeNumber("size"))
                .With("availability_zone", volume.Text("zone"))
                .With("created_at", volume.Instant("createTime"))
                .With("iops", volume.WholeNumber("iops"))
                .With("encrypted", volume.Flag("encrypted"))
                .With("snapshot_id", volume.Text("snapshotId")),
            Tags = volume.At("tagSet").ValueKind == JsonValueKind.Object ? AssetFacts.Tags(volume.Items("tagSet", "items")) : RequestedTags(record, "volume"),
            HasAllTags = true,
        }];
    }

    private static IEnumerable<AssetEvent> ChangeVolume(TrailRecord record, AssetChange change)
    {
        var request = Unwrapped(record.Request, $"{record.EventName}Request");
        if ((request.Text("volumeId") ?? request.Text("VolumeId") ?? record.Response.Text("volumeId")) is not { } id)
        {
            return [];
        }

        if (change == AssetChange.Removed)
        {
            return [Removed(record, AssetKind.Volume, id)];
        }

        var modified = Unwrapped(record.Response, "ModifyVolumeResponse").At("volumeModification");
        return [Event(record, AssetKind.Volume, id, change) with
        {
            Facts = record.EventName switch
            {
                "AttachVolume" => new JsonObject().With("state", "in-use").With("attached_to", request.Text("instanceId")),
                "DetachVolume" => new JsonObject().With("state", "available").Without("attached_to"),
                _ => new JsonObject()
                    .With("class", modified.Text("targetVolumeType"))
                    .With("size_gb", modified.WholeNumber("targetSize"))
                    .With("iops", modified.WholeNumber("targetIops")),
            },
        }];
    }

    private static IEnumerable<AssetEvent> Tagged(TrailRecord record)
    {
        var areRemoved = record.EventName == "DeleteTags";
        var tags = record.Request.Items("tagSet", "items").ToList();
        return record.Request.Items("resourcesSet", "items")
            .Select(item => item.Text("resourceId"))
            .Select(id => (Id: id, Kind: id switch
            {
                not null when id.StartsWith("i-", StringComparison.Ordinal) => AssetKind.Instance,
                not null when id.StartsWith("vol-", StringComparison.Ordinal) => AssetKind.Volume,
                _ => default(AssetKind?),
            }))
            .Where(resource => resource.Kind is not null)
            .Select(resource => Event(record, resource.Kind!.Value, resource.Id!, AssetChange.Tagged) with
            {
                Tags = AssetFacts.Tags(tags, areRemoved),
                // Without a list of tags all of them are removed.
                HasAllTags = areRemoved && tags.Count == 0,
            });
    }

    // The younger operations of EC2 have their request and answer inside a member of the operation's name.
    private static JsonElement Unwrapped(JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.Object } inner ? inner : element;
}
