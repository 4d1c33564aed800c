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
        Vault = new Vault(this);
        Nodes = new ManagedNodes(this);
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

    public Vault Vault { get; }

    public ManagedNodes Nodes { get; }

    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account.Id}:{resource}";

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
