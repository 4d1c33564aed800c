namespace OrgLens.Deployment;

/// <summary>Where spokes are deployed, and as what.</summary>
public sealed record SpokeOptions
{
    /// <summary>Organizational units or the root; empty: the root, which is every account.</summary>
    public IReadOnlyList<string> OrganizationalUnits { get; init; } = [];

    /// <summary>Regions whose Service Catalog events are wanted; the hub's Region always is.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Parameters of spoke.yaml besides those that the hub decides: labels, schedules, limits.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
