namespace OrgLens.Local.Simulation.Estate;

/// <summary>What one account owns in one Region, on any day.</summary>
internal sealed class RegionEstate
{
    public RegionEstate(SimulationPlan plan, SimulatedAccount account, string region)
    {
        Account = account;
        Region = region;
        Stream = account.Stream.Child(region);
        Census = plan.Rows is { } rows ? Census.Of(plan, rows) : Census.Of(plan, account, region == account.Regions[0]);
        Zones = [region + "a", region + "b", region + "c"];
        VpcId = "vpc-" + Stream.Child("vpc").Hex(17);
        Compute = new ComputeFleet(this);
        Storage = new StorageFleet(this);
        Posture = new SecurityPosture(this);
        Threats = new ThreatDetection(this);
        Vulnerabilities = new VulnerabilityScan(this);
        Vault = new Vault(this);
        Nodes = new ManagedNodes(this);
        Platform = new PlatformServices(this);
        Analytics = new BusinessIntelligence(this);
        Catalog = new ServiceCatalog(this);
    }

    public SimulatedAccount Account { get; }

    public string Region { get; }

    public SeededStream Stream { get; }

    public Census Census { get; }

    public IReadOnlyList<string> Zones { get; }

    public string VpcId { get; }

    public ComputeFleet Compute { get; }

    public StorageFleet Storage { get; }

    public SecurityPosture Posture { get; }

    public ThreatDetection Threats { get; }

    public VulnerabilityScan Vulnerabilities { get; }

    public Vault Vault { get; }

    public ManagedNodes Nodes { get; }

    public PlatformServices Platform { get; }

    public BusinessIntelligence Analytics { get; }

    public ServiceCatalog Catalog { get; }

    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account.Id}:{resource}";

    /// <summary>The tags of a resource; most are tagged as the company wants it.</summary>
    public IReadOnlyDictionary<string, string> Tags(string name)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (name.Length > 0)
        {
            tags["Name"] = name;
        }

        tags["team"] = Account.Slug;
        tags["environment"] = Account.Environment;
        return tags;
    }

    /// <summary>The resources that occupy the first <paramref name="slots"/> slots of a kind on <paramref name="day"/>.</summary>
    public IEnumerable<(int Index, Occupancy Occupancy)> Occupied(string kind, int slots, DateOnly day)
    {
        var stream = Stream.Child(kind);
        for (var index = 0; index < slots; index++)
        {
            if (Slot.On(stream.Child(index), day, Census) is { } occupancy)
            {
                yield return (index, occupancy);
            }
        }
    }
}
