using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

/// <summary>A patch as a node has it or lacks it; one that is missing was installed at no time.</summary>
internal sealed record PatchState(string Title, string Classification, string Severity, string State, DateTimeOffset? InstalledAt);

/// <summary>What Patch Manager knows of one node.</summary>
internal static class PatchLevel
{
    /// <summary>Days that are looked back on for what was installed.</summary>
    private const int Days = 14;

    private static readonly string[] Absent = ["MISSING", "MISSING", "FAILED", "INSTALLED_PENDING_REBOOT"];

    /// <summary>What was installed up to <paramref name="day"/>, every title once, and what should have been.</summary>
    public static IReadOnlyList<PatchState> Of(RegionEstate estate, ManagedNode node, DateOnly day)
    {
        var installed = Enumerable.Range(0, estate.Census.IsSteady ? 1 : Days)
            .SelectMany(age => estate.Nodes.Patches(day.AddDays(-age)).Where(patch => patch.NodeId == node.Instance.Id))
            .DistinctBy(patch => patch.Title)
            .Select(patch => new PatchState(patch.Title, patch.Classification, patch.Severity, "INSTALLED", patch.InstalledAt));
        return [.. installed, .. Open(estate, node, day)];
    }

    private static IEnumerable<PatchState> Open(RegionEstate estate, ManagedNode node, DateOnly day)
    {
        var stream = estate.Stream.Child("open-patch").Child(node.Instance.Id).Child(day.DayNumber / 7);
        var number = estate.Census.IsSteady ? 0 : stream.Int(0, 4);
        for (var index = 0; index < number; index++)
        {
            var draw = stream.Child(index);
            var state = draw.Pick(Absent);
            var title = node.Instance.IsWindows
                ? string.Create(CultureInfo.InvariantCulture, $"Security Update for .NET {6 + index} (KB{5_900_000 + day.DayNumber / 7 * 10 + index})")
                : string.Create(CultureInfo.InvariantCulture, $"kernel-livepatch-{index}.x86_64:0:1.0-{day.DayNumber / 7}.amzn2023");
            yield return new PatchState(title, "Security", draw.Pick(["Important", "Critical"]), state, state == "INSTALLED_PENDING_REBOOT" ? day.AtMilliseconds(draw) : null);
        }
    }
}
