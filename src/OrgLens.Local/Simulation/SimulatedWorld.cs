using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Local.Simulation.Services.SecurityHub;

namespace OrgLens.Local.Simulation;

/// <summary>The organization, its time, and the account that looks at it.</summary>
internal sealed class SimulatedWorld
{
    private readonly Dictionary<string, SimulatedAccount> _accounts;

    public SimulatedWorld(SimulationOptions options, string hubAccountId, string hubRegion)
    {
        Plan = options.Plan;
        Clock = new SimulationClock(options.Time);
        Clock.Set(options.Now);
        Organization = new SimulatedOrganization(Plan);
        _accounts = Organization.Accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        Hub = new SimulatedAccount(new SeededStream(Plan.Seed).Child("hub"))
        {
            Id = hubAccountId,
            Name = "observability",
            Unit = "Platform",
            Product = "Platform",
            Environment = "PRODUCTION",
            Category = "Intranet",
            Customer = "Example Retail",
            Partner = "None",
            JoinedAt = Plan.Start.AddDays(-400).Midnight(),
            Regions = [hubRegion],
            Size = 1,
            IsRestricted = false,
        };
        Tree = new OrganizationTree(Plan, Organization, Hub);
    }

    public SimulationPlan Plan { get; }

    /// <summary>Findings of Security Hub, of which an account has thousands.</summary>
    public RecentLists<ReportedFinding> Findings { get; } = new(capacity: 8);

    public SimulationClock Clock { get; }

    public SimulatedOrganization Organization { get; }

    /// <summary>The organization with its units.</summary>
    public OrganizationTree Tree { get; }

    /// <summary>The account of the local cloud: a delegated administrator of the organization that owns nothing simulated.</summary>
    public SimulatedAccount Hub { get; }

    /// <summary>The account of the organization with this id.</summary>
    public SimulatedAccount? Find(string id) => _accounts.GetValueOrDefault(id);
}
