using System.Collections.Frozen;

namespace OrgLens.Receiver;

/// <summary>The members of a snapshot document (docs/snapshot.md).</summary>
internal static class SnapshotForm
{
    /// <summary>The section of Security Hub findings, which lie in their products' objects.</summary>
    public const string Findings = "security.security_hub.findings";

    /// <summary>The section of Config evaluations, which lie in the report's object.</summary>
    public const string Evaluations = "config.non_compliant_resources";

    /// <summary>Members without which a document is no snapshot.</summary>
    public static readonly IReadOnlyList<string> Required =
        ["account", "config", "service", "cost", "security", "inventory", "marketplace", "trusted_advisor", "health", "application", "resilience_hub", "logs"];

    /// <summary>Objects that are one row each.</summary>
    public static readonly FrozenSet<string> Objects = FrozenSet.Create(StringComparer.Ordinal, "account", "cost", "logs");

    /// <summary>What documents with a <c>schema_version</c> have beside the sections.</summary>
    public static readonly FrozenSet<string> Facts = FrozenSet.Create(StringComparer.Ordinal, "schema_version", "collected_at", "coverage");

    /// <summary>Objects whose members are lists of rows.</summary>
    public static readonly FrozenSet<string> Groups = FrozenSet.Create(StringComparer.Ordinal, "security", "inventory", "quicksight");

    /// <summary>Lists of rows, by their path.</summary>
    public static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.Ordinal,
        "service", "marketplace", "trusted_advisor", "health", "application", "resilience_hub", "service_resources", "compute_optimizer",
        "ri_sp_savings", "config_inventory", "support_tickets", "security.guard_duty", "security.kms", "security.waf", "security.waf_rules",
        "security.cloudtrail", "security.secrets_manager", "security.certificate_manager", "security.inspector", "inventory.instances",
        "inventory.applications", "inventory.patches", "quicksight.users", "quicksight.groups", "quicksight.dashboards", "quicksight.analyses",
        "quicksight.data_sets");

    /// <summary>Lists that the reference's sender always writes and never fills; no table has been made for them.</summary>
    public static readonly FrozenSet<string> NeverFilled = FrozenSet.Create(
        StringComparer.Ordinal, "inventory.services", "inventory.users", "inventory.processes", "inventory.network_ports", "inventory.certificates");
}
