namespace OrgLens.Cli.Deploy;

/// <summary>What the command line says about a deployment.</summary>
internal sealed record DeployOptions(string HubStack, string? Profile, string? ManagementProfile, string Package)
{
    /// <summary>Organizational units to serve; empty: all accounts.</summary>
    public IReadOnlyList<string> OrganizationalUnits { get; init; } = [];

    /// <summary>Regions besides the hub's.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Parameters of the template that is deployed.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
