namespace OrgLens.Sender;

/// <summary>Where a collector runs.</summary>
public enum CollectorScope
{
    /// <summary>Once in each Region.</summary>
    EveryRegion,

    /// <summary>Once for the account, in the partition's home Region (us-east-1).</summary>
    Global,

    /// <summary>Once in each Region, and once for what belongs to no Region (<see cref="CollectorRun.IsGlobal"/>).</summary>
    EveryRegionAndGlobal,
}
