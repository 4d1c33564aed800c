using OrgLens.Local.Simulation.Documents;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation;

/// <summary>The documents that the senders of a simulated organization would upload.</summary>
public sealed class SnapshotSimulator(SimulationPlan plan)
{
    /// <summary>The organization that the documents are about.</summary>
    public SimulatedOrganization Organization { get; } = new(plan);

    /// <summary>All documents, day by day.</summary>
    public IEnumerable<SimulatedDocument> Documents =>
        from day in Enumerable.Range(0, plan.Days)
        from account in Organization.Accounts
        from region in account.Regions
        select new SimulatedDocument(account, region, plan.Start.AddDays(day));

    /// <summary>Writes a document as it goes, without holding it in memory, and returns how many rows it has.</summary>
    public long Write(SimulatedDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        var estate = new RegionEstate(plan, document.Account, document.Region);
        var home = document.Region == document.Account.Regions[0] ? estate : new RegionEstate(plan, document.Account, document.Account.Regions[0]);
        return SnapshotWriter.Write(new SnapshotScope(plan, estate, home, document.Date), output);
    }
}
