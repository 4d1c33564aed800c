using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>Records of RDS about database instances and clusters.</summary>
internal static class RdsEvents
{
    public static readonly FrozenDictionary<string, AssetOperation> Operations = new Dictionary<string, AssetOperation>
    {
        ["CreateDBInstance"] = new(AssetKind.DbInstance, AssetChange.Created),
        ["CreateDBInstanceReadReplica"] = new(AssetKind.DbInstance, AssetChange.Created),
        ["RestoreDBInstanceFromDBSnapshot"] = new(AssetKind.DbInstance, AssetChange.Created),
        ["RestoreDBInstanceFromS3"] = new(AssetKind.DbInstance, AssetChange.Created),
        ["RestoreDBInstanceToPointInTime"] = new(AssetKind.DbInstance, AssetChange.Created),
        ["ModifyDBInstance"] = new(AssetKind.DbInstance, AssetChange.Changed),
        ["StartDBInstance"] = new(AssetKind.DbInstance, AssetChange.Changed),
        ["StopDBInstance"] = new(AssetKind.DbInstance, AssetChange.Changed),
        ["RebootDBInstance"] = new(AssetKind.DbInstance, AssetChange.Changed),
        ["PromoteReadReplica"] = new(AssetKind.DbInstance, AssetChange.Changed),
        ["DeleteDBInstance"] = new(AssetKind.DbInstance, AssetChange.Removed),
        ["CreateDBCluster"] = new(AssetKind.DbCluster, AssetChange.Created),
        ["RestoreDBClusterFromS3"] = new(AssetKind.DbCluster, AssetChange.Created),
        ["RestoreDBClusterFromSnapshot"] = new(AssetKind.DbCluster, AssetChange.Created),
        ["RestoreDBClusterToPointInTime"] = new(AssetKind.DbCluster, AssetChange.Created),
        ["ModifyDBCluster"] = new(AssetKind.DbCluster, AssetChange.Changed),
        ["StartDBCluster"] = new(AssetKind.DbCluster, AssetChange.Changed),
        ["StopDBCluster"] = new(AssetKind.DbCluster, AssetChange.Changed),
        ["RebootDBCluster"] = new(AssetKind.DbCluster, AssetChange.Changed),
        ["FailoverDBCluster"] = new(AssetKind.DbCluster, AssetChange.Changed),
        ["PromoteReadReplicaDBCluster"] = new(AssetKind.DbCluster, AssetChange.Changed),
        ["DeleteDBCluster"] = new(AssetKind.DbCluster, AssetChange.Removed),
        ["AddTagsToResource"] = new(null, AssetChange.Tagged),
        ["RemoveTagsFromResource"] = new(null, AssetChange.Tagged),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<AssetEvent> Of(TrailRecord record, AssetOperation operation)
    {
        if (operation.Kind is not { } kind)
        {
            return Tagged(record);
        }

        var (request, response) = (record.Request, record.Response);
        var isCluster = kind == AssetKind.DbCluster;
        var identifier = isCluster
            ? response.Text("dBClusterIdentifier") ?? request.Text("dBClusterIdentifier")
            : response.Text("dBInstanceIdentifier") ?? request.Text("targetDBInstanceIdentifier") ?? request.Text("dBInstanceIdentifier");
        if (identifier is null)
        {
            return [operation.Unnamed];
        }

        // Where the answer was left out, a creation's request says what was asked for.
        var isCreation = operation.Change == AssetChange.Created;
        var described = response.ValueKind == JsonValueKind.Object ? response : isCreation ? request : default;
        // Identifiers are kept in small letters, whatever was asked for.
        var facts = (isCluster ? ClusterFacts(described) : InstanceFacts(described)).With("name", identifier.ToLowerInvariant());
        var id = isCluster ? response.Text("dbClusterResourceId") ?? response.Text("dBClusterResourceId") : response.Text("dbiResourceId");
        var hasTagList = response.At("tagList").ValueKind == JsonValueKind.Array;
        return [new AssetEvent(kind, new AssetArn(kind, record.AccountId, record.Region, identifier.ToLowerInvariant()).ToString(), id, operation.Change)
        {
            // The answer to a deletion may show the state before it.
            Facts = operation.Change == AssetChange.Removed ? facts.With("state", "deleting") : isCreation && !facts.ContainsKey("state") ? facts.With("state", "creating") : facts,
            Tags = hasTagList ? AssetFacts.Tags(response.Items("tagList")) : isCreation ? AssetFacts.Tags(request.Items("tags")) : [],
            HasAllTags = hasTagList || isCreation,
        }];
    }

    private static JsonObject InstanceFacts(JsonElement instance) => new JsonObject()
        .With("state", instance.Text("dBInstanceStatus"))
        .With("class", instance.Text("dBInstanceClass"))
        .With("engine", instance.Text("engine"))
        .With("engine_version", instance.Text("engineVersion"))
        .With("vpc_id", instance.Text("dBSubnetGroup", "vpcId"))
        .With("availability_zone", instance.Text("availabilityZone"))
        .With("size_gb", Storage(instance))
        .With("created_at", instance.Instant("instanceCreateTime"))
        .With("cluster", instance.Text("dBClusterIdentifier"))
        .With("multi_az", instance.Flag("multiAZ"))
        .With("encrypted", instance.Flag("storageEncrypted"))
        .With("publicly_accessible", instance.Flag("publiclyAccessible"))
        .With("deletion_protection", instance.Flag("deletionProtection"))
        .With("endpoint", instance.Text("endpoint", "address"));

    private static JsonObject ClusterFacts(JsonElement cluster) => new JsonObject()
        .With("state", cluster.Text("status"))
        .With("class", cluster.Text("dBClusterInstanceClass"))
        .With("engine", cluster.Text("engine"))
        .With("engine_version", cluster.Text("engineVersion"))
        .With("availability_zone", string.Join(',', cluster.Items("availabilityZones").Select(zone => zone.Text())))
        .With("size_gb", Storage(cluster))
        .With("created_at", cluster.Instant("clusterCreateTime"))
        .With("engine_mode", cluster.Text("engineMode"))
        .With("multi_az", cluster.Flag("multiAZ"))
        .With("encrypted", cluster.Flag("storageEncrypted"))
        .With("deletion_protection", cluster.Flag("deletionProtection"))
        .With("endpoint", cluster.Text("endpoint"));

    // Where storage grows by itself the service writes 1, which says nothing.
    private static decimal? Storage(JsonElement database) => database.WholeNumber("allocatedStorage") is > 1 and var size ? size : null;

    private static IEnumerable<AssetEvent> Tagged(TrailRecord record)
    {
        var arn = AssetArn.Parse(record.Request.Text("resourceName"));
        return arn is null || arn.Account != record.AccountId ? [] : [new AssetEvent(arn.Kind, arn.ToString(), null, AssetChange.Tagged)
        {
            Tags = record.EventName == "AddTagsToResource" ? AssetFacts.Tags(record.Request.Items("tags")) : AssetFacts.RemovedTags(record.Request.Items("tagKeys")),
        }];
    }
}
