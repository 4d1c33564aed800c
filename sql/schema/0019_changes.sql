-- What changed in the state of accounts. Loads write it down where something differs (sql/load/82_changes.sql): a first load and a day on which nothing
-- changed write nothing here.
create table history_settings (
  relation text primary key,
  keep_days integer check (keep_days > 0),
  label_column text,
  reason text,
  check ((keep_days is null) = (reason is not null))
);

comment on table history_settings is 'Which tables have a history, and for how long. Change keep_days to keep more or less; null keeps none.';

comment on column history_settings.relation is 'The table.';

comment on column history_settings.keep_days is 'Days after which what a row said before is forgotten (load.prune_changes). Null: no history at all, and what there was is forgotten at once.';

comment on column history_settings.label_column is 'The column that says to a person what a row is, beside its key.';

comment on column history_settings.reason is 'Why the table has no history.';

create table watched_columns (
  relation text not null references history_settings (relation),
  column_name text not null,
  is_watched boolean not null,
  ignored_members text[] not null default '{}',
  reason text,
  primary key (relation, column_name),
  check (is_watched = (reason is null))
);

comment on table watched_columns is 'Each column of the tables that have a history: whether another value in it is a change. Takes effect at once when it is edited.';

comment on column watched_columns.relation is 'The table.';

comment on column watched_columns.column_name is 'The column.';

comment on column watched_columns.is_watched is 'Another value in it makes history.';

comment on column watched_columns.ignored_members is 'Members of a JSON object that vary by themselves and make none.';

comment on column watched_columns.reason is 'Why it is not watched.';

create table row_changes (
  account_id bigint not null,
  relation text not null,
  row_id bigint not null,
  snapshot_id bigint,
  at timestamptz not null,
  day date not null generated always as ((at at time zone 'UTC')::date) stored,
  kind text not null check (kind in ('appeared', 'changed', 'disappeared', 'returned')),
  region text not null,
  key text not null,
  label text,
  column_name text not null default '',
  old text,
  new text,
  constraint row_changes_natural_key unique (row_id, snapshot_id, relation, column_name, kind)
);

create index row_changes_at on row_changes (at);

comment on table row_changes is 'What appeared, changed, disappeared and came back in the tables of history_settings: a row for each, and for each column that changed. Read it through the view changes.';

comment on column row_changes.account_id is 'The account (accounts.id). No foreign key: who deletes an account has its history deleted (load.forget_changes).';

comment on column row_changes.relation is 'The table.';

comment on column row_changes.row_id is 'The id of the row in it.';

comment on column row_changes.snapshot_id is 'The document that said so; null for a change by hand. No foreign key: the ledger may be pruned.';

comment on column row_changes.at is 'The instant of that document: when it was seen first.';

comment on column row_changes.day is 'Its day (UTC): days are few, and the planner knows it.';

comment on column row_changes.kind is 'appeared, changed, disappeared or returned.';

comment on column row_changes.region is 'The Region of the row, or Global for what exists once per account.';

comment on column row_changes.key is 'The row''s natural key, readable, with slashes between its parts.';

comment on column row_changes.label is 'What the row was called then.';

comment on column row_changes.column_name is 'The column that changed; after a dot, the member of a JSON object or the key of a tag. Empty for all kinds but changed.';

comment on column row_changes.old is 'What it said before.';

comment on column row_changes.new is 'What it has said since.';

-- What is edited here decides how the schema load is compiled, which is the master user's.
revoke insert, update, delete on history_settings, watched_columns from orglens_app;

insert into history_settings (relation, keep_days, label_column) values
  ('accounts', 730, 'account_name'),
  ('application_signals', 365, 'service_name'),
  ('certificates', 365, 'domain_name'),
  ('cloudtrail_logs', 730, 'name'),
  ('compute_optimizer', 90, 'resource_name'),
  ('config_inventory', 365, 'resource_name'),
  ('findings', 180, 'title'),
  ('guard_duty_findings', 180, 'title'),
  ('health_events', 365, 'event_type_code'),
  ('inspector_findings', 180, 'title'),
  ('inventory_applications', 90, 'name'),
  ('inventory_instances', 90, 'computer_name'),
  ('inventory_patches', 90, 'title'),
  ('kms_keys', 730, 'description'),
  ('product_accounts', 730, null),
  ('quicksight_analyses', 365, 'name'),
  ('quicksight_dashboards', 365, 'name'),
  ('quicksight_data_sets', 365, 'name'),
  ('quicksight_groups', 365, 'group_name'),
  ('quicksight_users', 365, 'user_name'),
  ('resilience_hub_apps', 365, 'name'),
  ('secrets_manager_secrets', 730, 'name'),
  ('service_resources', 365, 'resource_name'),
  ('support_tickets', 365, 'display_id'),
  ('trusted_advisor_checks', 365, 'check_name'),
  ('waf_rules', 730, 'name'),
  ('waf_rules_detailed', 730, 'rule_name');

insert into history_settings (relation, reason) values
  ('alternate_contacts', 'people: what their addresses were is nobody''s business'),
  ('config_reports', 'facts of a period'),
  ('contact_info', 'people: what their addresses were is nobody''s business'),
  ('cost_forecasts', 'facts of a period'),
  ('cost_reports', 'facts of a period'),
  ('marketplace_usage', 'facts of a period'),
  ('non_compliant_resources', 'facts of a period'),
  ('ri_sp_daily_savings', 'facts of a period'),
  ('service_costs', 'facts of a period'),
  ('services', 'facts of a period');

-- Columns that all tables have, and those that name their rows.
insert into watched_columns (relation, column_name, is_watched, reason)
select setting.relation, attribute.attname, false,
  case when named.conkey is not null then 'names the row' else 'kept by the loads' end
from history_settings setting
join pg_attribute attribute on attribute.attrelid = format('public.%I', setting.relation)::regclass and attribute.attnum > 0 and not attribute.attisdropped
left join pg_constraint named on named.conrelid = attribute.attrelid and named.conname = setting.relation || '_natural_key' and attribute.attnum = any (named.conkey)
where setting.keep_days is not null
  and (named.conkey is not null or attribute.attname in ('id', 'account_id', 'collection_id', 'first_seen_at', 'listed_until', 'removed_at', 'row_updated_at')
    or attribute.attname in ('created_at', 'updated_at') and setting.relation not in ('findings', 'guard_duty_findings'));

insert into watched_columns (relation, column_name, is_watched)
select told.relation, name, true
from (
  values
    ('accounts', 'account_name account_status account_arn partner_name customer_name joined_method account_type category'),
    ('application_signals', 'key_attributes'),
    ('certificates', 'domain_name status type not_after subject_alternative_names key_algorithm signature_algorithm renewal_eligibility key_usages extended_key_usages'),
    ('cloudtrail_logs', 'name is_logging is_multi_region s3_bucket kms_key_id log_file_validation include_global_events'),
    ('compute_optimizer', 'finding current_instance_type current_memory_size current_volume_type current_volume_size recommended_instance_type recommended_memory_size recommended_volume_type recommended_volume_size performance_risk migration_effort'),
    ('config_inventory', 'resource_subtype resource_name availability_zone state instance_type instance_class engine vpc_id size_gb volume_type multi_az scheme type min_size max_size'),
    ('findings', 'title severity status resource_type resource_id compliance_status workflow_state record_state product_name'),
    ('guard_duty_findings', 'finding_type severity title'),
    ('health_events', 'service event_type_code event_type_category region availability_zone start_time end_time status_code event_scope_code'),
    ('inspector_findings', 'severity status type title'),
    ('inventory_applications', 'application_type'),
    ('inventory_instances', 'instance_type platform platform_type platform_version ip_address computer_name ping_status agent_version is_latest_version association_status'),
    ('inventory_patches', 'classification severity state'),
    ('kms_keys', 'description key_usage key_state enabled key_rotation_enabled'),
    ('quicksight_analyses', 'name status data_set_ids'),
    ('quicksight_dashboards', 'name published_version status source_arn analysis_id data_set_ids'),
    ('quicksight_data_sets', 'name import_mode has_row_level_security data_source_ids data_set_ids'),
    ('quicksight_groups', 'group_name namespace description members'),
    ('quicksight_users', 'user_name namespace role identity_type active custom_permissions'),
    ('resilience_hub_apps', 'name description compliance_status resiliency_score status rpo rto estimated_rpo estimated_rto last_drill'),
    ('secrets_manager_secrets', 'name description rotation_enabled rotation_lambda_arn kms_key_id last_changed_date tags'),
    ('service_resources', 'resource_name region availability_zone state instance_type vpc_id engine instance_class multi_az size_gb volume_type type scheme min_size max_size tags details'),
    ('support_tickets', 'status severity_code service_code category_code'),
    ('trusted_advisor_checks', 'category severity recommendation affected_resources_count'),
    ('waf_rules', 'name description default_action rules_count logging_enabled geo_blocking_enabled blocked_countries capacity managed_rules_count custom_rules_count rate_limit_rules_count associated_resources log_destinations ip_sets tags sampled_requests_enabled cloudwatch_metrics_enabled'),
    ('waf_rules_detailed', 'priority action statement_type is_managed_rule is_custom_rule rate_limit logging_enabled geo_blocking sql_injection sample_request_enabled cloudwatch_enabled has_xss_protection waf_version is_compliant')
) told (relation, names)
cross join unnest(string_to_array(told.names, ' ')) name;

update watched_columns set ignored_members = '{active_services,code_bytes,desired_capacity,desired_tasks,item_count,pending_tasks,running_tasks}'
where relation = 'service_resources' and column_name = 'details';

insert into watched_columns (relation, column_name, is_watched, reason)
select told.relation, name, false, told.reason
from (
  values
    ('accounts', 'account_email', 'a contact'),
    ('accounts', 'csp region', 'always the same'),
    ('accounts', 'joined_timestamp', 'told by what appeared'),
    ('certificates', 'certificate_created_at issued_at not_before', 'told by not_after'),
    ('cloudtrail_logs', 'latest_delivery_time recent_events_count', 'varies by itself'),
    ('cloudtrail_logs', 'start_logging_time stop_logging_time', 'told by is_logging'),
    ('compute_optimizer', 'resource_name', 'part of the key'),
    ('compute_optimizer', 'cpu_utilization_max estimated_monthly_savings_usd memory_utilization_avg savings_opportunity_percentage', 'measured anew each day'),
    ('config_inventory', 'available_ip_count instance_count', 'varies by itself'),
    ('config_inventory', 'creation_date region', 'never changes'),
    ('findings', 'created_at', 'never changes'),
    ('findings', 'updated_at', 'varies by itself'),
    ('findings', 'description recommendation', 'long text; told by title'),
    ('findings', 'company_name generator generator_id product_arn security_id service', 'told by product_name'),
    ('findings', 'region', 'part of the collection'),
    ('guard_duty_findings', 'confidence description updated_at', 'varies by itself'),
    ('guard_duty_findings', 'created_at detector_id', 'never changes'),
    ('guard_duty_findings', 'region', 'part of the collection'),
    ('health_events', 'affected_entities description', 'long text; told by status_code'),
    ('health_events', 'last_updated_time', 'varies by itself'),
    ('inspector_findings', 'description', 'long text; told by title'),
    ('inspector_findings', 'first_observed_at', 'never changes'),
    ('inspector_findings', 'finding_updated_at last_observed_at', 'varies by itself'),
    ('inventory_applications', 'install_time', 'free text in Systems Manager'),
    ('inventory_instances', 'association_execution_date association_success_date last_ping_date_time', 'varies by itself'),
    ('inventory_patches', 'installed_time', 'told by state'),
    ('kms_keys', 'creation_date key_id', 'never changes'),
    ('quicksight_analyses', 'arn created_time', 'never changes'),
    ('quicksight_analyses', 'last_updated_time', 'varies by itself'),
    ('quicksight_dashboards', 'arn created_time', 'never changes'),
    ('quicksight_dashboards', 'last_published_time last_updated_time', 'told by published_version'),
    ('quicksight_data_sets', 'arn created_time', 'never changes'),
    ('quicksight_data_sets', 'last_updated_time spice_bytes', 'varies by itself'),
    ('quicksight_groups', 'identity_region', 'never changes'),
    ('quicksight_users', 'email', 'a contact'),
    ('quicksight_users', 'identity_region principal_id', 'never changes'),
    ('resilience_hub_apps', 'cost last_assessment_time', 'varies by itself'),
    ('resilience_hub_apps', 'creation_time', 'never changes'),
    ('secrets_manager_secrets', 'created_date', 'never changes'),
    ('secrets_manager_secrets', 'last_accessed_date', 'varies by itself'),
    ('service_resources', 'available_ip_count instance_count', 'varies by itself'),
    ('service_resources', 'creation_date', 'never changes'),
    ('support_tickets', 'submitted_by subject', 'people: may name them'),
    ('support_tickets', 'date_from date_to', 'the document''s period'),
    ('support_tickets', 'display_id language time_created', 'never changes'),
    ('trusted_advisor_checks', 'potential_savings timestamp', 'varies by itself'),
    ('waf_rules', 'associated_resources_count', 'told by associated_resources'),
    ('waf_rules', 'created_date scope waf_id', 'never changes'),
    ('waf_rules', 'last_modified', 'told by what was modified')
) told (relation, names, reason)
cross join unnest(string_to_array(told.names, ' ')) name;
