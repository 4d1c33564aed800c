-- The relations that a dashboard may ask, which are the views, and what their columns hold.
create function dashboard.columns() returns table (relation text, name text, kind text)
language sql stable
set search_path = pg_catalog
as $$
  select
    relation.relname::text, attribute.attname::text,
    case
      when type.typcategory = 'N' and type.typname in ('int2', 'int4', 'int8') then 'INTEGER'
      when type.typcategory = 'N' then 'DECIMAL'
      when type.typname in ('date', 'timestamp', 'timestamptz') then 'DATETIME'
      when type.typcategory = 'B' then 'BOOLEAN'
      when type.typname in ('json', 'jsonb') then 'JSON'
      when type.typcategory in ('S', 'E') then 'STRING'
      else type.typname::text
    end
  from pg_class relation
  join pg_attribute attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
  join pg_type type on type.oid = attribute.atttypid
  where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('v', 'm')
  order by relation.relname, attribute.attnum
$$;

comment on function dashboard.columns is 'Columns of the views in the words of QuickSight''s data sets; a type that those have no word for keeps its own name.';

-- A view by its name; null when it is none, or not one of ours.
create function dashboard.view_of(name text) returns oid
language sql stable
set search_path = pg_catalog
as $$
  select oid from pg_class where relname = view_of.name and relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
$$;

-- Which section of the documents fills a view: what to look up when it is empty.
create function dashboard.sections() returns table (relation text, section text)
language sql immutable
as $$
  values
    ('view_accounts', 'account'), ('view_acct_summary', 'account'), ('view_product_acct', 'account'), ('view_product_summary', 'account'),
    ('view_acct_serv', 'service'), ('view_acct_cost_rep', 'cost'), ('view_acct_serv_cost', 'cost'), ('view_acct_cost_rep_forecast', 'cost'),
    ('view_marketplace_usage', 'marketplace'), ('view_ri_sp_daily_savings', 'ri_sp_savings'),
    ('view_acct_security', 'security.security_hub.findings'), ('view_acct_security_findings_details', 'security.security_hub.findings'),
    ('view_acct_security_findings_summary', 'security.security_hub.findings'), ('view_guard_duty_findings', 'security.guard_duty'),
    ('view_inspector_findings', 'security.inspector'), ('view_kms_keys', 'security.kms'),
    ('view_secrets_manager_secrets', 'security.secrets_manager'), ('view_certificates', 'security.certificate_manager'),
    ('view_cloudtrail_logs', 'security.cloudtrail'), ('view_waf_rules', 'security.waf'), ('view_waf_rules_detailed', 'security.waf_rules'),
    ('view_config_reports', 'config'), ('view_non_compliant_resources', 'config.non_compliant_resources'), ('latest_violations', 'config.non_compliant_resources'),
    ('view_inventory_instances', 'inventory.instances'), ('view_inventory_applications', 'inventory.applications'),
    ('view_inventory_patches', 'inventory.patches'), ('view_service_resources', 'service_resources'),
    ('view_service_resources_summary', 'service_resources'), ('view_config_inventory', 'config_inventory'),
    ('view_trusted_advisor_checks', 'trusted_advisor'), ('view_health_events', 'health'), ('view_application_signals', 'application'),
    ('view_resilience_hub_apps', 'resilience_hub'), ('view_compute_optimizer', 'compute_optimizer'),
    ('view_compute_optimizer_summary', 'compute_optimizer'), ('view_acct_support_tickets', 'support_tickets'),
    ('view_quicksight_users', 'quicksight.users'), ('view_quicksight_dashboards', 'quicksight.dashboards'), ('view_quicksight_data_sets', 'quicksight.data_sets')
$$;
