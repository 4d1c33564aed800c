using System.Text.Json.Nodes;

namespace OrgLens.Deployment;

/// <summary>Where the stacks of a StackSet are.</summary>
/// <param name="OrganizationalUnits">Organizational units, or the root, with all below them.</param>
/// <param name="Regions">Regions of each of their accounts.</param>
public sealed record StackTargets(IReadOnlyList<string> OrganizationalUnits, IReadOnlyList<string> Regions)
{
    /// <summary>Accounts of the units that get none.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>As the plan shows it.</summary>
    public override string ToString() =>
        $"{string.Join(", ", OrganizationalUnits)}{(LeftOut.Count > 0 ? $" without {string.Join(", ", LeftOut)}" : "")} in {string.Join(", ", Regions)}";

    /// <summary>Adds them to what a call about stack instances sends.</summary>
    internal void AddTo(JsonObject input)
    {
        // A list inside a structure names its items itself (FormMembers).
        var targets = new JsonObject { ["OrganizationalUnitIds.member"] = Array(OrganizationalUnits) };
        if (LeftOut.Count > 0)
        {
            targets["Accounts.member"] = Array(LeftOut);
            targets["AccountFilterType"] = "DIFFERENCE";
        }

        input["DeploymentTargets"] = targets;
        input[nameof(Regions)] = Array(Regions);
    }

    private static JsonArray Array(IReadOnlyList<string> values) => [.. values.Select(each => (JsonNode)each)];
}
