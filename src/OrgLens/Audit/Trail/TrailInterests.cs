using System.Collections.Frozen;

namespace OrgLens.Audit.Trail;

/// <summary>Which records each part of the audit lives on.</summary>
public static class TrailInterests
{
    private static readonly FrozenSet<string> Instances = FrozenSet.Create(
        StringComparer.Ordinal,
        "RunInstances", "ModifyInstanceAttribute", "StartInstances", "StopInstances", "RebootInstances", "TerminateInstances", "BidEvictedEvent",
        "AssociateIamInstanceProfile", "CreateTags", "DeleteTags", "CreateVolume", "ModifyVolume", "AttachVolume", "DetachVolume", "DeleteVolume",
        "SharedSnapshotVolumeCreated");

    private static readonly FrozenSet<string> Databases = FrozenSet.Create(
        StringComparer.Ordinal,
        "CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceFromS3", "RestoreDBInstanceToPointInTime",
        "ModifyDBInstance", "StartDBInstance", "StopDBInstance", "RebootDBInstance", "PromoteReadReplica", "DeleteDBInstance", "AddTagsToResource",
        "RemoveTagsFromResource", "CreateDBCluster", "RestoreDBClusterFromS3", "RestoreDBClusterFromSnapshot", "RestoreDBClusterToPointInTime",
        "ModifyDBCluster", "StartDBCluster", "StopDBCluster", "RebootDBCluster", "FailoverDBCluster", "PromoteReadReplicaDBCluster", "DeleteDBCluster");

    // The date of Lambda's API and a version follow the name (UpdateFunctionCode20150331v2); which ones, the name does not say in advance.
    private static readonly string[] Functions =
    [
        "CreateFunction", "UpdateFunctionCode", "UpdateFunctionConfiguration", "PublishVersion", "TagResource", "UntagResource", "DeleteFunction",
    ];

    /// <summary>Whether a record tells of an instance, a volume, a database or a function that was made, changed, tagged or removed.</summary>
    public static bool IsOfAssets(string eventSource, string eventName) => eventSource switch
    {
        "ec2.amazonaws.com" => Instances.Contains(eventName),
        "rds.amazonaws.com" => Databases.Contains(eventName),
        "lambda.amazonaws.com" => Array.Exists(Functions, name => IsVersionOf(eventName, name)),
        _ => false,
    };

    private static bool IsVersionOf(string eventName, string name) =>
        eventName.StartsWith(name, StringComparison.Ordinal) && (eventName.Length == name.Length || char.IsAsciiDigit(eventName[name.Length]));
}
