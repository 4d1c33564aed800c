-- Which tables a section of the document fills, in order: parents before their children.
--   source     the function in sql/load/25_sections that turns the section's rows into rows of the table
--   identity   the columns that every row must have: with the collection they find the row
--   members    what names a row to a person, in a report about it
create function load.targets() returns table (turn int, section text, relation text, source text, identity text[], members text[])
language sql immutable as $$
  values
    (10, 'account', 'contact_info', 'contact_info', '{}'::text[], '{account_id}'::text[]),
    (11, 'account', 'alternate_contacts', 'alternate_contacts', '{contact_type}', '{account_id}'),
    (12, 'account', 'product_accounts', 'product_accounts', '{product_id}', '{account_id,product}'),
    (20, 'config', 'config_reports', 'config_reports', '{date_from}', '{date_from}'),
    (21, 'config.non_compliant_resources', 'non_compliant_resources', 'non_compliant_resources', '{config_report_id,rule_name}', '{rule_name,resource_type,resource_id}'),
    (30, 'service', 'services', 'services', '{service,date_from}', '{service,date_from}'),
    (40, 'cost', 'cost_reports', 'cost_reports', '{period_start,period_granularity}', '{account_id}'),
    (41, 'cost', 'service_costs', 'service_costs', '{cost_report_id,service_name}', '{account_id}'),
    (42, 'cost', 'cost_forecasts', 'cost_forecasts', '{cost_report_id,period_start}', '{account_id}'),
    (50, 'security.security_hub.findings', 'findings', 'findings', '{finding_id}', '{finding_id}'),
    (51, 'security.guard_duty', 'guard_duty_findings', 'guard_duty_findings', '{finding_id}', '{id}'),
    (52, 'security.kms', 'kms_keys', 'kms_keys', '{arn}', '{arn}'),
    (53, 'security.waf', 'waf_rules', 'waf_rules', '{arn}', '{arn}'),
    (54, 'security.waf_rules', 'waf_rules_detailed', 'waf_rules_detailed', '{web_acl_name,rule_name,scope}', '{scope,web_acl_name,rule_name}'),
    (55, 'security.cloudtrail', 'cloudtrail_logs', 'cloudtrail_logs', '{arn}', '{arn}'),
    (56, 'security.secrets_manager', 'secrets_manager_secrets', 'secrets_manager_secrets', '{arn}', '{arn}'),
    (57, 'security.certificate_manager', 'certificates', 'certificates', '{arn}', '{arn}'),
    (58, 'security.inspector', 'inspector_findings', 'inspector_findings', '{finding_arn}', '{finding_arn}'),
    (60, 'inventory.instances', 'inventory_instances', 'inventory_instances', '{instance_id}', '{instance_id}'),
    (61, 'inventory.applications', 'inventory_applications', 'inventory_applications', '{instance_id,name}', '{instance_id,name,version}'),
    (62, 'inventory.patches', 'inventory_patches', 'inventory_patches', '{instance_id,title}', '{instance_id,title}'),
    (70, 'marketplace', 'marketplace_usage', 'marketplace_usage', '{product_code,period_start}', '{product_code,period_start}'),
    (71, 'trusted_advisor', 'trusted_advisor_checks', 'trusted_advisor_checks', '{check_name}', '{check_name}'),
    (72, 'health', 'health_events', 'health_events', '{arn}', '{arn}'),
    (73, 'application', 'application_signals', 'application_signals', '{service_name}', '{service_name,namespace}'),
    (74, 'resilience_hub', 'resilience_hub_apps', 'resilience_hub_apps', '{app_arn}', '{app_arn}'),
    (75, 'service_resources', 'service_resources', 'service_resources', '{service_name,resource_type,resource_id}', '{service_name,resource_type,resource_id}'),
    (76, 'compute_optimizer', 'compute_optimizer', 'compute_optimizer', '{resource_arn,resource_type}', '{resource_arn}'),
    (77, 'ri_sp_savings', 'ri_sp_daily_savings', 'ri_sp_daily_savings', '{reservation_type,subscription_id,date_from,date_to,date}', '{reservation_type,subscription_id,date_to}'),
    (78, 'config_inventory', 'config_inventory', 'config_inventory', '{resource_type,resource_id}', '{resource_type,resource_id}'),
    (79, 'support_tickets', 'support_tickets', 'support_tickets', '{case_id}', '{case_id}')
$$;
