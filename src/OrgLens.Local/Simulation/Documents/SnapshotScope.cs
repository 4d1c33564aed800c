using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>What a section needs to know to write itself.</summary>
internal sealed record SnapshotScope(SimulationPlan Plan, RegionEstate Estate, RegionEstate Home, DateOnly Date)
{
    public SimulatedAccount Account => Estate.Account;

    /// <summary>The day that is reported on; the document is dated one day later.</summary>
    public DateOnly Window => Date.AddDays(-1);

    public IReadOnlyList<Outage> Outages { get; } = Outage.Of(Estate, Date);

    public bool Fails(Outage outage) => Outages.Contains(outage);

    public void WriteWindow(PythonJsonWriter json)
    {
        json.Field("date_from", Window);
        json.Field("date_to", Date);
    }
}
