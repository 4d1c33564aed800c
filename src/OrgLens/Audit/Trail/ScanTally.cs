namespace OrgLens.Audit.Trail;

/// <summary>What a scan brought to one consumer.</summary>
/// <param name="Consumer">Its name.</param>
public sealed record ScanTally(string Consumer)
{
    /// <summary>Records that it has committed, those included that it had before.</summary>
    public long Applied { get; set; }

    /// <summary>Records that it could not use.</summary>
    public long Failed { get; set; }
}
