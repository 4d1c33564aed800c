using System.Text.Json;
using NpgsqlTypes;
using static OrgLens.Bench.Copy.CopyTable;

namespace OrgLens.Bench.Copy;

/// <summary>
/// The tables of the large document that have more than a few rows; together they hold all but some thirty of its 50,793. Leaving
/// those out is in COPY's favour.
/// </summary>
internal static class CopyTables
{
    /// <summary>Parents come before their children.</summary>
    public static IReadOnlyList<CopyTable> All { get; } =
    [
        new("findings", "security.security_hub", Findings,
        [
            .. Texts("finding_id"), Text("service", otherwise: ""), Text("title", otherwise: ""), .. Texts("description"),
            Text("severity", otherwise: "UNKNOWN"), Text("status", otherwise: "OPEN"), .. Texts("resource_type", "resource_id"),
            .. Instants("created_at", "updated_at"),
            .. Texts(
                "recommendation", "compliance_status", "region", "workflow_state", "record_state", "product_name", "company_name", "product_arn",
                "generator_id", "generator"),
        ])
        {
            HasAccount = false, ParentColumn = "security_id", Parent = (row, parents) => parents.Products[row.GetProperty("product_name"u8).GetString()!],
        },
        new("inspector_findings", "security.inspector", In("security", "inspector"),
        [
            .. Texts("finding_arn", "severity", "status", "type", "title", "description"), .. Instants("first_observed_at", "last_observed_at"),
            new("finding_updated_at", NpgsqlDbType.TimestampTz, "updated_at"),
        ]),
        new("kms_keys", "security.kms", In("security", "kms"),
        [
            .. Texts("key_id", "arn", "description", "key_usage", "key_state"), .. Instants("creation_date"),
            .. Of(NpgsqlDbType.Boolean, "enabled", "key_rotation_enabled"),
        ]),
        new("secrets_manager_secrets", "security.secrets_manager", In("security", "secrets_manager"),
        [
            .. Texts("name", "arn", "description"), .. Instants("created_date", "last_changed_date", "last_accessed_date"),
            .. Of(NpgsqlDbType.Boolean, "rotation_enabled"), .. Texts("rotation_lambda_arn", "kms_key_id"), .. Of(NpgsqlDbType.Jsonb, "tags"),
        ]),
        new("certificates", "security.certificate_manager", In("security", "certificate_manager"),
        [
            .. Texts("arn", "domain_name"), .. Of(NpgsqlDbType.Jsonb, "subject_alternative_names"),
            .. Texts("status", "type", "key_algorithm", "signature_algorithm"), new("certificate_created_at", NpgsqlDbType.TimestampTz, "created_at"),
            .. Instants("issued_at", "not_before", "not_after"), .. Texts("renewal_eligibility"),
            .. Of(NpgsqlDbType.Jsonb, "key_usages", "extended_key_usages"),
        ]),
        new("inventory_instances", "inventory.instances", In("inventory", "instances"),
        [
            .. Texts("instance_id", "instance_type", "platform", "ip_address", "computer_name", "ping_status"),
            new("last_ping_date_time", NpgsqlDbType.TimestampTz, "last_ping"), .. Texts("agent_version", "platform_type", "platform_version"),
            .. Of(NpgsqlDbType.Boolean, "is_latest_version"), .. Texts("association_status"),
            .. Instants("association_execution_date", "association_success_date"),
        ]),
        new("inventory_applications", "inventory.applications", In("inventory", "applications"),
        [
            .. Texts("name"), Text("version", otherwise: ""), Text("publisher", otherwise: ""), Text("architecture", otherwise: ""),
            .. Texts("application_type"), .. Instants("install_time"),
        ])
        {
            ParentColumn = "instance_id", Parent = Node,
        },
        new("inventory_patches", "inventory.patches", In("inventory", "patches"),
        [
            .. Texts("title", "classification", "severity", "state"), .. Instants("installed_time"),
        ])
        {
            ParentColumn = "instance_id", Parent = Node,
        },
        new("non_compliant_resources", "config.non_compliant_resources", In("config", "non_compliant_resources"),
        [
            Text("resource_type", otherwise: ""), Text("resource_id", otherwise: ""), .. Texts("compliance_type", "rule_name"),
            new("created_at", NpgsqlDbType.TimestampTz, "config_rule_invoked_time"), .. Texts("annotation"), Text("evaluation_mode", otherwise: ""),
            Text("conformance_pack", otherwise: ""),
        ])
        {
            HasAccount = false, ParentColumn = "config_report_id", Parent = (_, parents) => parents.ConfigReport,
        },
        new("service_resources", null, In("service_resources"),
        [
            .. Texts("service_name"), Text("resource_type", otherwise: ""),
            .. Texts(
                "resource_id", "resource_name", "region", "availability_zone", "state", "instance_type", "vpc_id", "engine", "instance_class"),
            .. Of(NpgsqlDbType.Boolean, "multi_az"), .. Of(NpgsqlDbType.Numeric, "size_gb"), .. Texts("volume_type"), .. Instants("creation_date"),
            .. Texts("type", "scheme"), .. Of(NpgsqlDbType.Integer, "instance_count", "min_size", "max_size", "available_ip_count"),
            .. Of(NpgsqlDbType.Jsonb, "tags", "details"),
        ])
        {
            CollectorOf = (row, region) =>
            {
                var service = row.GetProperty("service_name"u8).GetString()!;
                var type = row.TryGetProperty("resource_type"u8, out var kind) ? kind.GetString() : null;
                return (service == "S3" ? "Global" : region, $"{service}.{type}".ToLowerInvariant());
            },
        },
        new("compute_optimizer", "compute_optimizer", In("compute_optimizer"),
        [
            .. Texts("resource_type", "resource_arn", "resource_name", "finding", "current_instance_type"),
            .. Of(NpgsqlDbType.Integer, "current_memory_size"), .. Texts("current_volume_type"), .. Of(NpgsqlDbType.Integer, "current_volume_size"),
            .. Texts("recommended_instance_type"), .. Of(NpgsqlDbType.Integer, "recommended_memory_size"), .. Texts("recommended_volume_type"),
            .. Of(NpgsqlDbType.Integer, "recommended_volume_size"),
            .. Of(
                NpgsqlDbType.Numeric,
                "savings_opportunity_percentage", "estimated_monthly_savings_usd", "performance_risk", "cpu_utilization_max", "memory_utilization_avg"),
            .. Texts("migration_effort"),
        ]),
    ];

    private static long Node(JsonElement row, CopyParents parents) => parents.Nodes[row.GetProperty("instance_id"u8).GetString()!];

    private static IEnumerable<JsonElement> Findings(JsonElement document) =>
        In("security", "security_hub")(document).SelectMany(product => product.GetProperty("findings"u8).EnumerateArray());

    private static Func<JsonElement, IEnumerable<JsonElement>> In(params string[] path) =>
        document => path.Aggregate(document, (element, name) => element.GetProperty(name)).EnumerateArray();
}
