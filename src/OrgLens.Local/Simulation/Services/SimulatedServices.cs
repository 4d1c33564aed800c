using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Services.Config;
using OrgLens.Local.Simulation.Services.CostExplorer;
using OrgLens.Local.Simulation.Services.Ec2;
using OrgLens.Local.Simulation.Services.Firewall;
using OrgLens.Local.Simulation.Services.QuickSight;
using OrgLens.Local.Simulation.Services.SecurityHub;
using OrgLens.Local.Simulation.Services.SystemsManager;

namespace OrgLens.Local.Simulation.Services;

/// <summary>
/// Decides what is simulated: for accounts of the organization, the operations of these services are answered here, except those that say that
/// they are seeded. The emulator answers everything else. An operation is simulated where the emulator lacks it, ignores its filters or
/// pages, or makes up ids and dates that the rest of the organization has to agree with.
/// </summary>
internal static class SimulatedServices
{
    public static IReadOnlyList<ApiService> All { get; } =
    [
        AccountApi.Service, ApplicationSignalsApi.Service, AutoScalingApi.Service, CertificateManagerApi.Service, ClassicLoadBalancingApi.Service, CloudFrontApi.Service,
        CloudTrailApi.Service, ComputeOptimizerApi.Service, ConfigApi.Service, CostExplorerApi.Service, Ec2Api.Service, FirewallApi.Service, GuardDutyApi.Service,
        HealthApi.Service, InspectorApi.Service, KeyManagementApi.Service, LambdaApi.Service, LicenseManagerApi.Service, LoadBalancingApi.Service, MarketplaceAgreementApi.Service,
        MarketplaceApi.Service, OrganizationsApi.Service, QuickSightApi.Service, RdsApi.Service, ResilienceHubApi.Service, ResourceExplorerApi.Service, SavingsPlansApi.Service,
        SecretsManagerApi.Service, SecurityHubApi.Service, StorageApi.Service, SupportApi.Service, SystemsManagerApi.Service, TaggingApi.Service,
        .. SeededServices.All,
    ];

    public static ILookup<string, ApiService> BySigningName { get; } = All.ToLookup(service => service.SigningName, StringComparer.Ordinal);
}
