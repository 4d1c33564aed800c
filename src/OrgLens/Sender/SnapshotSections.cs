namespace OrgLens.Sender;

/// <summary>The sections of a document, in its order (docs/snapshot.md).</summary>
public static class SnapshotSections
{
    /// <summary>Objects that are one row.</summary>
    public static readonly IReadOnlyList<string> Objects = ["account", "cost"];

    /// <summary>Objects around a list of rows: the section's path and the list's name in it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Holders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["config"] = "non_compliant_resources",
        ["security.security_hub"] = "findings",
    };

    /// <summary>All sections that take rows; those of one object are together.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "account", "config", "service", "cost", "security.security_hub", "security.guard_duty", "security.kms", "security.waf", "security.waf_rules",
        "security.cloudtrail", "security.secrets_manager", "security.certificate_manager", "security.inspector", "inventory.instances",
        "inventory.applications", "inventory.patches", "marketplace", "trusted_advisor", "health", "application", "resilience_hub",
        "service_resources", "compute_optimizer", "ri_sp_savings", "config_inventory", "support_tickets",
    ];
}
