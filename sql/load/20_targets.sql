-- Which tables a section of the document fills, in order: parents before their children.
--   source     the function in sql/load/25_sections that turns the section's rows into rows of the table. Where there is a type
--              load.<source>_row, it takes them as their cells (load.define_rows), otherwise as JSON.
--   members    what names a row to a person, in a report about it
create function load.targets() returns table (turn int, section text, relation text, source text, members text[])
language sql immutable as $$
  values
    (10, 'account', 'contact_info', 'contact_info', '{account_id}'::text[]),
    (11, 'account', 'alternate_contacts', 'alternate_contacts', '{account_id}'),
    (12, 'account', 'product_accounts', 'product_accounts', '{account_id,product}'),
    (20, 'config', 'config_reports', 'config_reports', '{date_from}'),
    (21, 'config.non_compliant_resources', 'non_compliant_resources', 'non_compliant_resources', '{rule_name,resource_type,resource_id}'),
    (30, 'service', 'services', 'services', '{service,date_from}'),
    (40, 'cost', 'cost_reports', 'cost_reports', '{account_id}'),
    (41, 'cost', 'service_costs', 'service_costs', '{account_id}'),
    (42, 'cost', 'cost_forecasts', 'cost_forecasts', '{account_id}'),
    (50, 'security.security_hub.findings', 'findings', 'findings', '{finding_id}'),
    (51, 'security.guard_duty', 'guard_duty_findings', 'guard_duty_findings', '{id}'),
    (52, 'security.kms', 'kms_keys', 'kms_keys', '{arn}'),
    (53, 'security.waf', 'waf_rules', 'waf_rules', '{arn}'),
    (54, 'security.waf_rules', 'waf_rules_detailed', 'waf_rules_detailed', '{scope,web_acl_name,rule_name}'),
    (55, 'security.cloudtrail', 'cloudtrail_logs', 'cloudtrail_logs', '{arn}'),
    (56, 'security.secrets_manager', 'secrets_manager_secrets', 'secrets_manager_secrets', '{arn}'),
    (57, 'security.certificate_manager', 'certificates', 'certificates', '{arn}'),
    (58, 'security.inspector', 'inspector_findings', 'inspector_findings', '{finding_arn}'),
    (60, 'inventory.instances', 'inventory_instances', 'inventory_instances', '{instance_id}'),
    (61, 'inventory.applications', 'inventory_applications', 'inventory_applications', '{instance_id,name,version}'),
    (62, 'inventory.patches', 'inventory_patches', 'inventory_patches', '{instance_id,title}'),
    (70, 'marketplace', 'marketplace_usage', 'marketplace_usage', '{product_code,period_start}'),
    (71, 'trusted_advisor', 'trusted_advisor_checks', 'trusted_advisor_checks', '{check_name}'),
    (72, 'health', 'health_events', 'health_events', '{arn}'),
    (73, 'application', 'application_signals', 'application_signals', '{service_name,namespace}'),
    (74, 'resilience_hub', 'resilience_hub_apps', 'resilience_hub_apps', '{app_arn}'),
    (75, 'service_resources', 'service_resources', 'service_resources', '{service_name,resource_type,resource_id}'),
    (76, 'compute_optimizer', 'compute_optimizer', 'compute_optimizer', '{resource_arn}'),
    (77, 'ri_sp_savings', 'ri_sp_daily_savings', 'ri_sp_daily_savings', '{reservation_type,subscription_id,date_to}'),
    (78, 'config_inventory', 'config_inventory', 'config_inventory', '{resource_type,resource_id}'),
    (79, 'quicksight.users', 'quicksight_users', 'quicksight_users', '{arn}'),
    (80, 'quicksight.groups', 'quicksight_groups', 'quicksight_groups', '{arn}'),
    (81, 'quicksight.dashboards', 'quicksight_dashboards', 'quicksight_dashboards', '{dashboard_id}'),
    (82, 'quicksight.analyses', 'quicksight_analyses', 'quicksight_analyses', '{analysis_id}'),
    (83, 'quicksight.data_sets', 'quicksight_data_sets', 'quicksight_data_sets', '{data_set_id}'),
    (90, 'support_tickets', 'support_tickets', 'support_tickets', '{case_id}')
$$;
