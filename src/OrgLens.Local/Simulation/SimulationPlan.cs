namespace OrgLens.Local.Simulation;

/// <summary>What to simulate. The same plan always gives the same documents, byte for byte.</summary>
public sealed record SimulationPlan
{
    /// <summary>How many accounts the organization has.</summary>
    public required int Accounts { get; init; }

    /// <summary>How many days are reported, one document per account, Region and day.</summary>
    public required int Days { get; init; }

    /// <summary>The date in the name of the first document; it reports on the day before.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Everything that looks random is drawn from this number.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When set, every document has exactly these rows and the same ones every day (for measurements), one Region per account.</summary>
    public RowCounts? Rows { get; init; }

    /// <summary>Write without white space, as the reference never does; only for measurements.</summary>
    public bool Minified { get; init; }
}
