using OrgLens.Receiver;

namespace OrgLens.Sender;

/// <summary>What a run has collected, and what it has not. Holds temporary files until it is disposed.</summary>
public sealed class CollectedSnapshot : IDisposable
{
    internal CollectedSnapshot(CollectionPlan plan, DateTimeOffset collectedAt, IReadOnlyList<CoverageEntry> coverage, int paidCalls, SectionSpool rows)
    {
        Plan = plan;
        CollectedAt = collectedAt;
        Coverage = coverage;
        PaidCalls = paidCalls;
        Rows = rows;
    }

    /// <summary>What was to be done.</summary>
    public CollectionPlan Plan { get; }

    /// <summary>When the run began: what is older than that is not in it.</summary>
    public DateTimeOffset CollectedAt { get; }

    /// <summary>How each collector ended in each Region, in the order of the plan.</summary>
    public IReadOnlyList<CoverageEntry> Coverage { get; }

    /// <summary>Calls made.</summary>
    public int Calls => Coverage.Sum(entry => entry.Calls);

    /// <summary>Paid requests among them.</summary>
    public int PaidCalls { get; }

    /// <summary>Whether something is missing that the account has.</summary>
    public bool HasGaps => Coverage.Any(entry => entry.Status.IsGap());

    /// <summary>The object's key in the hub's bucket.</summary>
    public string Key => new SnapshotKey(Plan.Account.AccountId, CoverageEntry.Global, Plan.Window.End, Plan.Window.Granularity) { Part = Plan.Part }.ToCompressedKey();

    internal SectionSpool Rows { get; }

    /// <inheritdoc/>
    public void Dispose() => Rows.Dispose();
}
