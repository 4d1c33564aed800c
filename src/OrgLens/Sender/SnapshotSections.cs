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
        "service_resources", "compute_optimizer", "ri_sp_savings", "config_inventory", "quicksight.users", "quicksight.groups", "quicksight.dashboards",
        "quicksight.analyses", "quicksight.data_sets", "support_tickets",
    ];

    /// <summary>The tables that a section's rows go to (<c>sql/load/20_targets.sql</c>).</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Tables = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["account"] = ["accounts", "contact_info", "alternate_contacts", "product_accounts"],
        ["config"] = ["config_reports", "non_compliant_resources"],
        ["service"] = ["services"],
        ["cost"] = ["cost_reports", "service_costs", "cost_forecasts"],
        ["security.security_hub"] = ["findings"],
        ["security.guard_duty"] = ["guard_duty_findings"],
        ["security.kms"] = ["kms_keys"],
        ["security.waf"] = ["waf_rules"],
        ["security.waf_rules"] = ["waf_rules_detailed"],
        ["security.cloudtrail"] = ["cloudtrail_logs"],
        ["security.secrets_manager"] = ["secrets_manager_secrets"],
        ["security.certificate_manager"] = ["certificates"],
        ["security.inspector"] = ["inspector_findings"],
        ["inventory.instances"] = ["inventory_instances"],
        ["inventory.applications"] = ["inventory_applications"],
        ["inventory.patches"] = ["inventory_patches"],
        ["marketplace"] = ["marketplace_usage"],
        ["trusted_advisor"] = ["trusted_advisor_checks"],
        ["health"] = ["health_events"],
        ["application"] = ["application_signals"],
        ["resilience_hub"] = ["resilience_hub_apps"],
        ["service_resources"] = ["service_resources"],
        ["compute_optimizer"] = ["compute_optimizer"],
        ["ri_sp_savings"] = ["ri_sp_daily_savings"],
        ["config_inventory"] = ["config_inventory"],
        ["quicksight.users"] = ["quicksight_users"],
        ["quicksight.groups"] = ["quicksight_groups"],
        ["quicksight.dashboards"] = ["quicksight_dashboards"],
        ["quicksight.analyses"] = ["quicksight_analyses"],
        ["quicksight.data_sets"] = ["quicksight_data_sets"],
        ["support_tickets"] = ["support_tickets"],
    };
}
