using OrgLens.Deployment;

namespace OrgLens.Cli.Deploy;

/// <summary>What the command line says about a deployment.</summary>
internal sealed record DeployOptions(string HubStack, string? Profile, string? ManagementProfile, string Package, SpokeOptions Spokes);
