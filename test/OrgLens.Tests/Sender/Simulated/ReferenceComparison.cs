namespace OrgLens.Tests.Sender.Simulated;

/// <summary>What two documents of one account are to agree in.</summary>
/// <param name="Name">The rows that are compared.</param>
/// <param name="Query">Reads them, without what the reference gets wrong.</param>
/// <param name="IsAll">Whether the reference has all of them; otherwise ours has more.</param>
/// <param name="Wrong">What is left out, and what the reference lacks, and why.</param>
public sealed record ReferenceComparison(string Name, string Query, bool IsAll, string Wrong)
{
    private const string At = "join collections c on c.id = t.collection_id";

    public static IReadOnlyList<ReferenceComparison> All { get; } =
    [
        new("accounts", "select account_id, account_name, account_status, partner_name, customer_name, account_type, category, joined_timestamp from accounts", true, ""),
        new("products", "select p.name from product_accounts t join products p on p.id = t.product_id", true, ""),
        new(
            "contact_info", "select address_line1, address_line2, city, country_code, postal_code, company_name, phone_number, website_url, full_name from contact_info", true, ""),
        new("alternate_contacts", "select contact_type, full_name, title, email, phone_number from alternate_contacts", true, ""),
        new(
            "services", "select service, date_from, date_to, round(cost, 8), currency from services where date_from = '2026-11-17'", true,
            "It repeats them in every Region's document (A13); ours also has the day before, which Cost Explorer corrects for some days."),
        new(
            "cost_reports", "select period_start, period_end, period_granularity, round(current_period_cost, 6), round(previous_period_cost, 6), round(cost_difference, 6) from cost_reports",
            true, "Its sums are of binary fractions."),
        new("service_costs", "select service_name, round(cost, 8) from service_costs", true, ""),
        new("cost_forecasts", "select period_start, period_end, round(amount, 6) from cost_forecasts", true, "It asks for no interval."),
        new(
            "config_reports", $"select c.region, t.date_from, t.total_rules, t.compliant_rules, t.non_compliant_rules, trim_scale(t.compliance_score) from config_reports t {At}", true, ""),
        new(
            "non_compliant_resources",
            $"select c.region, t.rule_name, t.conformance_pack, t.resource_type, t.resource_id, t.created_at, t.annotation from non_compliant_resources t {At} where t.compliance_type = 'NON_COMPLIANT'",
            true, "It lists what meets its rule among what does not (snapshot-format 18), and the first 50 of a rule (C5)."),
        new(
            "findings",
            $"select c.region, t.finding_id, t.title, t.severity, t.status, t.resource_id, t.created_at, t.updated_at, t.product_name from findings t {At} where t.updated_at < '2026-11-18'",
            false, "It asks for what was made or changed in a day, and never for what is archived (C14); totals of that are no totals (A16)."),
        new(
            "guard_duty_findings", $"select c.region, t.finding_id, t.finding_type, trim_scale(t.severity), t.title, t.created_at, t.updated_at from guard_duty_findings t {At}", false,
            "It reads the findings of a day, 50 of them (C5), and loses the detector (A28)."),
        new(
            "inspector_findings", $"select c.region, t.finding_arn, t.severity, t.status, t.type, t.title, t.first_observed_at, t.last_observed_at from inspector_findings t {At}", false,
            "It filters the first page by day (C17)."),
        new(
            "kms_keys", $"select c.region, t.key_id, t.arn, t.description, t.key_state, t.creation_date, t.enabled, t.key_rotation_enabled from kms_keys t {At}", false,
            "It drops keys that can't rotate (C7)."),
        new(
            "secrets_manager_secrets",
            $"select c.region, t.name, t.arn, t.description, t.created_date, t.last_changed_date, t.last_accessed_date, coalesce(t.rotation_enabled, false), t.rotation_lambda_arn, t.tags from secrets_manager_secrets t {At}",
            true, "It does not know that rotation that was never set up is off; it reads 100 of them (C5)."),
        new(
            "certificates", $"select c.region, t.arn, t.domain_name, t.status, t.type, t.key_algorithm, t.not_before, t.not_after, t.renewal_eligibility from certificates t {At}", false,
            "It sees keys of RSA 1024 and 2048 (C18)."),
        new(
            "cloudtrail_logs",
            $"select c.region, t.name, t.arn, t.is_logging, t.is_multi_region, t.s3_bucket, t.log_file_validation, t.latest_delivery_time, t.start_logging_time, t.stop_logging_time from cloudtrail_logs t {At}",
            true, "Its kms_key_id is null (E2) and its count of events 0 (C8); a trail of all Regions is in every Region's document."),
        new("waf_rules", "select arn, name, rules_count, capacity from waf_rules", true, "It calls every ACL of CloudFront not logged (E3), and knows of load balancers only (C9)."),
        new("waf_rules_detailed", "select web_acl_name, rule_name, priority, statement_type, is_managed_rule, rate_limit, scope from waf_rules_detailed", true, ""),
        new(
            "inventory_instances", $"select c.region, t.instance_id, t.platform, t.platform_version, t.agent_version, t.ip_address, t.computer_name, t.ping_status, t.last_ping_date_time, t.association_status from inventory_instances t {At}",
            false, "It reads ten nodes (C5)."),
        new(
            "inventory_applications", "select n.instance_id, t.name, t.version, t.publisher, t.architecture from inventory_applications t join inventory_instances n on n.id = t.instance_id",
            false, "It reads ten nodes, 50 packages each (C5)."),
        new(
            "inventory_patches", "select n.instance_id, t.title, t.classification, t.severity, upper(t.state), t.installed_time from inventory_patches t join inventory_instances n on n.id = t.instance_id",
            false, "It sends what was installed in a day, and nothing that is missing or has failed (C13)."),
        new(
            "trusted_advisor_checks", "select check_name, category, severity, recommendation, affected_resources_count, trim_scale(nullif(potential_savings, 0)), \"timestamp\" from trusted_advisor_checks", true,
            "It drops checks that were not refreshed in a day (C15)."),
        new(
            "health_events", "select arn, service, event_type_code, event_type_category, region, start_time, end_time, event_scope_code from health_events", false,
            "It sees what began in a day, never how that ended (C16)."),
        new("resilience_hub_apps", $"select c.region, t.app_arn, t.name, t.description, t.creation_time, t.compliance_status, trim_scale(t.resiliency_score) from resilience_hub_apps t {At}", false,
            "It sends what was made in a day, without assessment, RPO, RTO and cost (C10)."),
        new(
            "service_resources in Regions",
            $"""
            select c.region, t.service_name, t.resource_type, t.resource_id, t.resource_name, t.availability_zone, t.state,
              case when t.service_name in ('EC2', 'VPC', 'Lambda') then t.vpc_id end, case when t.service_name in ('EC2', 'Lambda') then t.instance_type end,
              case when t.service_name in ('RDS', 'Lambda') then t.engine end, t.instance_class, t.multi_az, case when t.service_name in ('EBS', 'Lambda') then t.volume_type end,
              case when t.service_name in ('ELB', 'Lambda') then t.type end, t.scheme, t.instance_count, t.min_size, t.max_size, t.available_ip_count,
              case when t.service_name in ('EBS', 'Lambda') then trim_scale(t.size_gb) end
            from service_resources t {At} where t.service_name <> 'S3'
            """,
            false, "It knows eight kinds of resources, without tags (C20), and less of databases and load balancers."),
        new("service_resources of S3", "select resource_id, resource_name, state, date_trunc('second', creation_date) from service_resources where service_name = 'S3'", true,
            "Its buckets are in the Region of the run (C20)."),
        new(
            "compute_optimizer",
            $"""
            select c.region, t.resource_type, t.resource_arn, t.finding, t.current_instance_type, t.current_memory_size, t.current_volume_type, t.current_volume_size, t.recommended_instance_type,
              t.recommended_memory_size, t.recommended_volume_type, trim_scale(t.savings_opportunity_percentage), trim_scale(t.estimated_monthly_savings_usd)
            from compute_optimizer t {At}
            """,
            false, "Its use of processors and memory is 0, its names of functions are null (C11), and it does not ask for scaling groups."),
        new(
            "ri_sp_daily_savings",
            """
            select subscription_id, service, instance_type, instance_count, offering_type, date_from, round(utilization_percentage, 2)::float8, round(on_demand_cost, 2)::float8,
              round(reservation_cost, 2)::float8, round(net_savings, 2)::float8
            from ri_sp_daily_savings where reservation_type = 'Reserved Instance'
            """,
            true, "Its Savings Plans are a row of zeros (E1), its reserved databases have no recurring cost and no end (C12), its region is a scope."),
    ];

    public override string ToString() => Name;
}
