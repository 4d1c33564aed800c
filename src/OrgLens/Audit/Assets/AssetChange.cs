namespace OrgLens.Audit.Assets;

/// <summary>What an event did to an asset.</summary>
public enum AssetChange
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>It was changed, started or stopped, or acted on otherwise: it existed at that moment.</summary>
    Changed,

    /// <summary>Tags were set or removed. EC2 allows that for a while after the end of an instance.</summary>
    Tagged,

    /// <summary>It was deleted or terminated.</summary>
    Removed,
}
