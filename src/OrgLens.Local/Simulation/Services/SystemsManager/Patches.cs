using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.SystemsManager;

/// <summary>Patch Manager: patches of a node, and how many of each state it has.</summary>
internal static partial class Patches
{
    /// <summary>The baseline that all nodes are held against.</summary>
    public const string Baseline = "pb-0a1b2c3d4e5f60718";

    public static IEnumerable<JsonNode?> OfNode(ApiCall call)
    {
        var (estate, node) = Nodes.Find(call, call.Required("InstanceId"));
        var filters = call.Input.Children("Filters");
        return PatchLevel.Of(estate, node, call.Yesterday).Where(patch => filters.All(filter => Holds(patch, filter))).Select(patch => new JsonObject
        {
            ["Title"] = patch.Title,
            ["KBId"] = KnowledgeBase().Match(patch.Title) is { Success: true } match ? match.Value : patch.Title,
            ["Classification"] = patch.Classification,
            ["Severity"] = patch.Severity,
            ["State"] = patch.State,
            // What was never installed was installed when time began.
            ["InstalledTime"] = Wire.Epoch(patch.InstalledAt ?? DateTimeOffset.UnixEpoch),
        });
    }

    public static IEnumerable<JsonNode?> States(ApiCall call)
    {
        var ids = call.Input.Texts("InstanceIds");
        if (ids.Count is 0 or > 50)
        {
            throw call.BadInput("InstanceIds must have 1 to 50 items");
        }

        // Nodes that nobody has scanned are left out without a word.
        return Nodes.All(call).Where(found => ids.Contains(found.Node.Instance.Id)).Select(found =>
        {
            var patches = PatchLevel.Of(found.Estate, found.Node, call.Yesterday);
            int Count(string state) => patches.Count(patch => patch.State == state);
            return new JsonObject
            {
                ["InstanceId"] = found.Node.Instance.Id,
                ["PatchGroup"] = "default",
                ["BaselineId"] = Baseline,
                ["InstalledCount"] = Count("INSTALLED"),
                ["InstalledPendingRebootCount"] = Count("INSTALLED_PENDING_REBOOT"),
                ["MissingCount"] = Count("MISSING"),
                ["FailedCount"] = Count("FAILED"),
                ["NotApplicableCount"] = 0,
                ["CriticalNonCompliantCount"] = patches.Count(patch => patch.Severity == "Critical" && patch.State != "INSTALLED"),
                ["OperationStartTime"] = Wire.Epoch(call.Yesterday.Midnight().AddHours(2)),
                ["OperationEndTime"] = Wire.Epoch(call.Yesterday.Midnight().AddHours(2).AddMinutes(3)),
                ["Operation"] = "Scan",
            };
        });
    }

    private static bool Holds(PatchState patch, ApiInput filter) => filter.Texts("Values").Contains(filter.Text("Key") switch
    {
        // Filters spell states as words, answers in capitals.
        "State" => string.Concat(patch.State.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant())),
        "Classification" => patch.Classification,
        "Severity" => patch.Severity,
        _ => throw new ApiException("InvalidFilter", $"The filter {filter.Text("Key")} is not simulated."),
    });

    [GeneratedRegex(@"KB\d+")]
    private static partial Regex KnowledgeBase();
}
