using OrgLens.Sender.Collectors.Account;
using OrgLens.Sender.Collectors.Compliance;
using OrgLens.Sender.Collectors.Cost;
using OrgLens.Sender.Collectors.Inventory;
using OrgLens.Sender.Collectors.Operations;
using OrgLens.Sender.Collectors.QuickSight;
using OrgLens.Sender.Collectors.Resources;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Sender;

/// <summary>Every collector, in the order of the document; where a budget does not suffice for all, the first ones have it.</summary>
public static class CollectorList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Collector> All { get; } =
    [
        AccountDetails.Collector,
        CostAndUsage.Collector,
        ConfigCompliance.Collector,
        SecurityHubFindings.Collector,
        GuardDutyFindings.Collector,
        KmsKeys.Collector,
        WebAcls.Collector,
        Trails.Collector,
        Secrets.Collector,
        Certificates.Collector,
        InspectorFindings.Collector,
        ManagedNodes.Collector,
        InstalledApplications.Collector,
        MarketplaceUsage.Collector,
        TrustedAdvisorChecks.Collector,
        HealthEvents.Collector,
        ApplicationSignalsServices.Collector,
        ResilienceHubApps.Collector,
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
        ComputeOptimizerRecommendations.Collector,
        CommitmentSavings.Collector,
        ConfigInventory.Collector,
        QuickSightPeople.Collector,
        QuickSightDashboards.Collector,
        QuickSightAnalyses.Collector,
        QuickSightDataSets.Collector,
        SupportCases.Collector,
    ];
}
