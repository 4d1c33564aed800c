using OrgLens.Sender.Collectors.Inventory;
using OrgLens.Sender.Collectors.Resources;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Sender;

/// <summary>Every collector, in the order of the document; where a budget does not suffice for all, the first ones have it.</summary>
public static class CollectorList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Collector> All { get; } =
    [
        KmsKeys.Collector,
        ManagedNodes.Collector,
        InstalledApplications.Collector,
        AutoScalingGroups.Collector,
        ClassicLoadBalancers.Collector,
        DbClusters.Collector,
        DbInstances.Collector,
        DynamoDbTables.Collector,
        EbsVolumes.Collector,
        Ec2Instances.Collector,
        EcsClusters.Collector,
        EksClusters.Collector,
        LambdaFunctions.Collector,
        LoadBalancers.Collector,
        S3Buckets.Collector,
        Subnets.Collector,
        ConfigInventory.Collector,
    ];
}
