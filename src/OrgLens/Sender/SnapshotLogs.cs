using System.Text.Json;

namespace OrgLens.Sender;

/// <summary>The section <c>logs</c>, which says by category what the coverage says by collector.</summary>
internal static class SnapshotLogs
{
    private static readonly string[] Categories =
    [
        "account", "config", "service", "cost", "security", "inventory", "marketplace", "trusted_advisor", "health", "application", "resilience_hub",
        "compute_optimizer", "ri_sp_savings", "service_resources", "config_inventory", "support_tickets",
    ];

    /// <summary>Writes the sixteen statuses and a message for each gap.</summary>
    public static void Write(Utf8JsonWriter writer, CollectedSnapshot snapshot)
    {
        var categories = snapshot.Plan.Jobs.SelectMany(job => job.Collector.Outputs).DistinctBy(output => output.Name)
            .ToDictionary(output => output.Name, output => output.Section.Split('.')[0], StringComparer.Ordinal);
        var gaps = snapshot.Coverage.Where(entry => entry.Status.IsGap()).ToList();
        writer.WriteStartObject();
        foreach (var category in Categories)
        {
            writer.WriteString($"{category}_status", gaps.Any(gap => categories[gap.Collector] == category) ? "Fail" : "Pass");
        }

        writer.WriteStartArray("message");
        foreach (var gap in gaps)
        {
            writer.WriteStartObject();
            writer.WriteString(gap.Collector, $"{gap.Region}: {gap.Status.NameOf()}: {gap.Error}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
