-- A history as loads would have left it, written set by set: 1,000 accounts, 90 days, two Regions. Every figure follows from its row's numbers.
-- What is written here belongs together: nothing is looked up for it.
set session_replication_role = replica;

create schema made;

-- The largest tables get their indexes when their rows are there.
create table made.indexes as
select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away, format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as again
from pg_constraint
where contype in ('p', 'u') and conrelid in ('coverage'::regclass, 'services'::regclass, 'non_compliant_resources'::regclass)
union all
select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
from pg_index
where indrelid in ('coverage'::regclass, 'services'::regclass, 'non_compliant_resources'::regclass) and not exists (select from pg_constraint where conindid = indexrelid);

do $$
declare
  index record;
begin
  for index in select * from made.indexes loop
    execute index.away;
  end loop;
end
$$;

-- From 0 to below size, spread well, and the same every time.
create function made.pick(size bigint, variadic parts bigint[]) returns bigint language sql immutable as $$
  select mod(abs(hashint8extended(parts[1] * 1000003 + coalesce(parts[2], 0) * 7919 + coalesce(parts[3], 0) * 104729 + coalesce(parts[4], 0), 42) / 2), size)
$$;

create function made.word(words text[], variadic parts bigint[]) returns text language sql immutable as $$
  select words[1 + made.pick(cardinality(words), variadic parts)]
$$;

-- As long as names of AWS are, and told apart as late.
create function made.arn(service text, account bigint, region text, resource text) returns text language sql immutable as $$
  select concat_ws(':', 'arn:aws', service, coalesce(region, 'eu-west-1'), lpad((200000000000 + account * 100003)::text, 12, '0'), resource)
$$;

create table made.days as
select day::date as day, row_number() over (order by day)::bigint as place
from generate_series(current_date - 89, current_date, interval '1 day') day;

create table made.regions as select * from (values (1::bigint, 'eu-west-1'), (2, 'us-east-1')) region (place, name);

insert into accounts (account_id, account_name, account_email, account_arn, partner_name, customer_name, joined_method, joined_timestamp, account_type, category)
select
  lpad((200000000000 + n * 100003)::text, 12, '0'), 'workload-' || lpad(n::text, 4, '0'), 'aws+' || n || '@example.com',
  'arn:aws:organizations::111122223333:account/o-example/' || n, 'Partner', 'Example', 'CREATED', now() - interval '400 days',
  made.word('{PRODUCTION,STAGING,TEST,UAT,DEVELOPMENT}', n), made.word('{Both,Internet,Intranet}', n, 2)
from generate_series(1::bigint, 1000) n;

insert into products (name, owner, "position", description)
select 'Product ' || n, 'team-' || n, 'Core', 'Made for measurements' from generate_series(1, 40) n;

insert into collections (account_id, region, collector, section, latest_observed_at, is_listed)
select account.id, region.name, told.collector, told.section, now(), true
from accounts account cross join made.regions region
cross join (
  select collector, collector
  from unnest('{cost.forecast,config.rules,security.security_hub.findings,security.guard_duty,
    security.inspector,security.kms,security.secrets_manager,security.certificate_manager,security.cloudtrail,security.waf,security.waf_rules,inventory.instances,
    inventory.applications,inventory.patches,trusted_advisor,health,application,resilience_hub,compute_optimizer,ri_sp_savings,marketplace,support_tickets,products,
    quicksight.users,quicksight.dashboards,quicksight.analyses,quicksight.data_sets}'::text[]) collector
  union all
  select kind, 'service_resources'
  from unnest('{ec2.instance,ebs.volume,rds.dbinstance,rds.dbcluster,lambda.function,s3.bucket,elb.loadbalancer,ecs.cluster,eks.cluster,dynamodb.table,ec2.subnet,
    autoscaling.group}'::text[]) kind
) told (collector, section);

-- What is told for a day is a collection of its own.
insert into collections (account_id, region, collector, section, period, latest_observed_at, is_listed)
select account.id, told.region, told.collector, told.collector, day.day, day.day + interval '1 hour', true
from made.days day cross join accounts account
cross join (values ('Global', 'service'), ('Global', 'cost.daily'), ('Global', 'cost.top_services.daily'), ('eu-west-1', 'config'), ('us-east-1', 'config'),
  ('eu-west-1', 'config.non_compliant_resources'), ('us-east-1', 'config.non_compliant_resources')) told (region, collector)
order by day.place, account.id;

create table made.places as
select collection.id as collection_id, collection.account_id, collection.region, coalesce(region.place, 1) as region_n, collection.collector, collection.account_id as account_n,
  collection.period, coalesce(day.place, 1) as day_n
from collections collection
left join made.regions region on region.name = collection.region
left join made.days day on day.day = collection.period;

create index on made.places (collector);

insert into product_accounts (product_id, account_id, collection_id, first_seen_at)
select 1 + made.pick(40, place.account_n, n), place.account_id, place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 2) n
where place.collector = 'products' and place.region_n = 1
on conflict do nothing;

-- Documents, and how their collectors ended.
insert into snapshots (bucket, key, etag, account, account_id, region, period_date, granularity, schema_version, collected_at, last_modified, observed_at, loaded_at, outcome, rows, calls, bytes)
select
  'orglens', 'data/' || account.account_id || '/eu-west-1/' || day.day || '_DAILY.json', md5(account.id || ' ' || day.place), account.account_id, account.id, 'eu-west-1', day.day, 'DAILY',
  '2.0', day.day + interval '1 hour', day.day + interval '1 hour', day.day + interval '1 hour', day.day + interval '2 hours',
  case when made.pick(400, account.id, day.place) = 0 then 'partial' else 'loaded' end, '{"services": 20, "findings": 60, "service_resources": 180}', 9, 180000
from accounts account cross join made.days day
-- A few accounts have fallen silent.
where not (mod(account.id, 97) = 0 and day.place > 80);

insert into coverage (snapshot_id, account_id, region, collector, status, enumerated, items, calls, duration_ms, observed_at)
select snapshot.id, snapshot.account_id, place.region, place.collector,
  case made.pick(40, snapshot.account_id, place.collection_id) when 0 then 'denied_iam' when 1 then 'not_enabled' else 'complete' end,
  made.pick(40, snapshot.account_id, place.collection_id) > 1, 10, 1, 120, snapshot.observed_at
from snapshots snapshot join made.places place on place.account_id = snapshot.account_id and place.region_n = 1 and place.period is null;

insert into rejected_rows (snapshot_id, section, natural_key, column_name, value_class, sqlstate)
select id, 'service', 'service', 'cost', 'text', '22P02' from snapshots where outcome = 'partial';

-- Money.
insert into services (account_id, service, date_from, date_to, cost, usage_types, collection_id, first_seen_at)
select place.account_id, 'Service ' || n, place.period, place.period, round((1 + made.pick(9000, place.account_n, n) + made.pick(200, place.account_n, n, place.day_n))::numeric / (n * 37), 4),
  'Usage', place.collection_id, place.period
from made.places place cross join generate_series(1::bigint, 20) n
where place.collector = 'service'
order by place.day_n, place.account_n;

insert into cost_reports (account_id, current_period_cost, previous_period_cost, cost_difference, cost_difference_percentage, period_start, period_end, period_granularity, region, collection_id, first_seen_at)
select place.account_id, 300 + made.pick(900, place.account_n, place.day_n), 300, 10, 3.1, place.period, place.period, 'DAILY', 'Global', place.collection_id, place.period
from made.places place
where place.collector = 'cost.daily';

insert into service_costs (cost_report_id, service_name, cost, collection_id, first_seen_at)
select report.id, 'Service ' || n, report.current_period_cost / (n + 2), report.collection_id, report.first_seen_at
from cost_reports report cross join generate_series(1, 5) n;

insert into cost_forecasts (cost_report_id, period_start, period_end, amount, prediction_interval_lower_bound, prediction_interval_upper_bound, collection_id, first_seen_at)
select report.id, report.period_end + n * 30, report.period_end + n * 30 + 30, 20000, 18000, 23000, report.collection_id, report.first_seen_at
from cost_reports report cross join generate_series(1, 3) n
where report.period_end > current_date - 7;

insert into ri_sp_daily_savings (account_id, date_from, date_to, reservation_type, subscription_id, service, instance_type, instance_count, utilization_percentage, on_demand_cost, reservation_cost,
  net_savings, currency, state, "date", region, collection_id, first_seen_at)
select place.account_id, day.day, day.day, made.word('{RI,SP}', n), 'sub-' || n, 'Amazon EC2', 'm7g.large', 4, 60 + made.pick(40, place.account_n, n, day.place), 40, 25, 15, 'USD', 'active', day.day,
  place.region, place.collection_id, day.day
from made.places place cross join made.days day cross join generate_series(1::bigint, 2) n
where place.collector = 'ri_sp_savings' and place.region_n = 1;

insert into marketplace_usage (account_id, product_code, product_name, cost_consumed, period_start, period_end, status, collection_id, first_seen_at)
select place.account_id, 'code-' || n, 'Agreement ' || n, 1200, current_date - 30, current_date, 'ACTIVE', place.collection_id, now()
from made.places place cross join generate_series(1, 2) n
where place.collector = 'marketplace' and place.region_n = 1;

-- Security.
insert into security (account_id, service, total_findings, critical_count, high_count, medium_count, low_count, informational_count, open_findings, resolved_findings, region, open_critical_count, open_high_count,
  open_medium_count, open_low_count)
select place.account_id, 'Security Hub', 60, 2, 8, 20, 20, 10, 40, 20, place.region, made.pick(3, place.account_n, place.region_n), 5, 12, 12
from made.places place
where place.collector = 'security.security_hub.findings';

insert into findings (security_id, finding_id, service, title, description, severity, status, resource_type, resource_id, created_at, updated_at, recommendation, compliance_status, region, workflow_state,
  record_state, product_name, company_name, collection_id, first_seen_at)
select posture.id, made.arn('securityhub', place.account_n, place.region, 'security-control/EC2.' || n % 20 || '/finding/' || md5(concat(place.account_n, place.region, n))), 'Security Hub', 'Finding about ' || made.pick(80, n, place.account_n), 'What was found, in a sentence of an ordinary length for such texts, and what it means.',
  made.word('{CRITICAL,HIGH,HIGH,MEDIUM,MEDIUM,MEDIUM,LOW,LOW,LOW,INFORMATIONAL}', place.account_n, n, place.region_n), made.word('{NEW,NEW,NOTIFIED,RESOLVED}', n, place.account_n, 3),
  made.word('{AwsEc2Instance,AwsS3Bucket,AwsIamRole,AwsRdsDbInstance,AwsLambdaFunction}', n, place.account_n), made.arn('ec2', place.account_n, place.region, 'instance/i-' || n),
  now() - make_interval(days => made.pick(200, n, place.account_n)::int), now() - make_interval(days => made.pick(20, n, place.account_n)::int), 'Do this.', 'FAILED', place.region, 'NEW', 'ACTIVE',
  made.word('{Security Hub,GuardDuty,Inspector,Config}', n), 'AWS', place.collection_id, now() - make_interval(days => made.pick(90, n, place.account_n)::int)
from made.places place join security posture on posture.account_id = place.account_id and posture.region = place.region cross join generate_series(1::bigint, 60) n
where place.collector = 'security.security_hub.findings';

insert into guard_duty_findings (account_id, detector_id, finding_type, severity, title, description, region, created_at, updated_at, finding_id, collection_id, first_seen_at)
select place.account_id, 'd', made.word('{Recon:EC2/PortProbe,UnauthorizedAccess:IAMUser/Console,Trojan:EC2/DNS}', n, place.account_n), 1 + made.pick(9, n, place.account_n), 'Threat', 'What happened', place.region,
  now() - make_interval(days => made.pick(90, n)::int), now(), md5(concat(place.account_n, place.region, n)), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 6) n
where place.collector = 'security.guard_duty';

insert into inspector_findings (account_id, finding_arn, severity, status, type, title, description, first_observed_at, collection_id, first_seen_at)
select place.account_id, made.arn('inspector2', place.account_n, place.region, 'finding/' || md5(concat(place.account_n, place.region, n))), made.word('{CRITICAL,HIGH,MEDIUM,MEDIUM,LOW}', n, place.account_n), 'ACTIVE', 'PACKAGE_VULNERABILITY', 'CVE-2026-' || made.pick(4000, n, place.account_n), 'A package',
  now() - make_interval(days => made.pick(90, n)::int), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 40) n
where place.collector = 'security.inspector';

insert into kms_keys (account_id, key_id, arn, description, key_usage, key_state, enabled, key_rotation_enabled, collection_id, first_seen_at)
select place.account_id, n::text, made.arn('kms', place.account_n, place.region, 'key/' || n), 'A key', 'ENCRYPT_DECRYPT', 'Enabled', true, made.pick(3, n, place.account_n) > 0, place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 6) n
where place.collector = 'security.kms';

insert into secrets_manager_secrets (account_id, name, arn, last_changed_date, rotation_enabled, collection_id, first_seen_at)
select place.account_id, 'secret-' || n, made.arn('secretsmanager', place.account_n, place.region, 'secret:secret-' || n), now() - make_interval(days => made.pick(300, n)::int), made.pick(3, n, place.account_n) = 0, place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 5) n
where place.collector = 'security.secrets_manager';

insert into certificates (account_id, arn, domain_name, status, type, not_after, collection_id, first_seen_at)
select place.account_id, made.arn('acm', place.account_n, place.region, 'certificate/' || n), 'www' || n || '.example.com', 'ISSUED', 'AMAZON_ISSUED', now() + make_interval(days => made.pick(390, n, place.account_n)::int - 10), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 3) n
where place.collector = 'security.certificate_manager';

insert into cloudtrail_logs (account_id, name, arn, is_logging, is_multi_region, collection_id, first_seen_at)
select place.account_id, 'trail', made.arn('cloudtrail', place.account_n, place.region, 'trail/trail'), made.pick(30, place.account_n) > 0, true, place.collection_id, now()
from made.places place where place.collector = 'security.cloudtrail';

insert into waf_rules (account_id, name, arn, scope, rules_count, logging_enabled, collection_id, first_seen_at)
select place.account_id, 'acl-' || n, made.arn('wafv2', place.account_n, place.region, 'regional/webacl/' || n), 'REGIONAL', 5, made.pick(2, n, place.account_n) = 0, place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 2) n where place.collector = 'security.waf';

insert into waf_rules_detailed (account_id, web_acl_name, rule_name, priority, action, statement_type, collection_id, first_seen_at)
select place.account_id, 'acl-1', 'rule-' || n, n, 'BLOCK', 'RateBased', place.collection_id, now()
from made.places place cross join generate_series(1, 5) n where place.collector = 'security.waf_rules';

-- Compliance.
insert into config_reports (account_id, date_from, date_to, compliance_score, total_rules, compliant_rules, non_compliant_rules, collection_id, first_seen_at)
select place.account_id, place.period, place.period, 80, 50, 40 - made.pick(8, place.account_n, place.day_n), 10 + made.pick(8, place.account_n, place.day_n), place.collection_id, place.period
from made.places place where place.collector = 'config';

insert into non_compliant_resources (config_report_id, resource_type, resource_id, compliance_type, rule_name, evaluation_mode, conformance_pack, collection_id, first_seen_at)
select report.id, 'AWS::EC2::Instance', 'i-' || md5(concat(report.account_id, n)), 'NON_COMPLIANT', 'rule-' || made.pick(50, n, report.account_id), 'DETECTIVE', made.word('{Baseline,CIS,None}', n), report.collection_id, report.first_seen_at
from config_reports report cross join generate_series(1::bigint, 10) n;

-- Inventory.
insert into inventory_instances (account_id, instance_id, instance_type, platform, computer_name, ping_status, last_ping_date_time, agent_version, platform_type, platform_version, is_latest_version,
  association_status, collection_id, first_seen_at)
select place.account_id, 'i-' || left(md5(concat(place.account_n, place.region, n)), 17), 'm7g.large', made.word('{Amazon Linux,Ubuntu,Windows Server 2022}', n, place.account_n), 'node-' || n, made.word('{Online,Online,Online,ConnectionLost}', n, place.account_n), now(), '3.3',
  'Linux', '2023', true, 'Success', place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 6) n where place.collector = 'inventory.instances';

insert into inventory_applications (account_id, instance_id, name, version, publisher, architecture, collection_id, first_seen_at)
select node.account_id, node.id, 'package-' || made.pick(400, n, node.id), '1.' || n, 'Publisher', 'x86_64', node.collection_id, now()
from inventory_instances node cross join generate_series(1::bigint, 30) n
on conflict do nothing;

insert into inventory_patches (account_id, instance_id, title, classification, severity, state, installed_time, collection_id, first_seen_at)
select node.account_id, node.id, 'KB' || n, made.word('{Security,Bugfix}', n), made.word('{Critical,Important,Medium,Low}', n, node.id), made.word('{Installed,Installed,Missing,Failed}', n, node.id), now(), node.collection_id, now()
from inventory_instances node cross join generate_series(1::bigint, 15) n;

insert into service_resources (account_id, service_name, resource_type, resource_id, resource_name, region, availability_zone, state, instance_type, size_gb, creation_date, tags, collection_id, first_seen_at)
select place.account_id, split_part(place.collector, '.', 1), split_part(place.collector, '.', 2), concat(place.collector, '-', left(md5(concat(place.account_n, place.region, place.collector, n)), 17)), 'name-' || n, place.region, place.region || made.word('{a,b,c}', n, place.account_n),
  made.word('{running,running,available,stopped}', n, place.account_n), 'm7g.large', 100, now() - interval '100 days',
  case when made.pick(3, n, place.account_n) > 0 then jsonb_build_array(jsonb_build_object('Key', 'team', 'Value', 'team-' || made.pick(40, place.account_n))) else '[]' end, place.collection_id, now() - interval '80 days'
from made.places place cross join generate_series(1::bigint, 9) n
where place.collector in ('ec2.instance', 'ebs.volume', 'rds.dbinstance', 'lambda.function', 's3.bucket', 'elb.loadbalancer', 'ecs.cluster', 'dynamodb.table', 'ec2.subnet', 'autoscaling.group');

-- What changed: some six values a day in each account.
insert into row_changes (account_id, relation, row_id, snapshot_id, at, kind, region, key, label, column_name, old, new)
select posture.account_id, 'findings', finding.id, 1 + made.pick(89000, finding.id), now() - make_interval(secs => made.pick(90 * 86400, finding.id, 5)), said.kind, finding.region, finding.finding_id, finding.title,
  said.column_name, said.old, case said.kind when 'changed' then finding.status end
from findings finding join security posture on posture.id = finding.security_id
cross join (values ('changed', 'status', 'NEW'), ('changed', 'workflow_state', 'NEW'), ('appeared', '', null)) said (kind, column_name, old);

insert into row_changes (account_id, relation, row_id, snapshot_id, at, kind, region, key, label, column_name, old, new)
select resource.account_id, 'service_resources', resource.id, 1 + made.pick(89000, resource.id), now() - make_interval(secs => made.pick(90 * 86400, resource.id, 5)), said.kind, resource.region,
  concat_ws(' / ', resource.service_name, resource.resource_type, resource.resource_id), resource.resource_name, said.column_name, said.old, case said.kind when 'changed' then resource.state end
from service_resources resource
cross join (values ('changed', 'state', 'pending'), ('disappeared', '', null)) said (kind, column_name, old)
where said.kind = 'changed' or made.pick(10, resource.id) = 0;

-- Operations.
insert into trusted_advisor_checks (account_id, check_name, category, severity, recommendation, affected_resources_count, potential_savings, "timestamp", collection_id, first_seen_at)
select place.account_id, 'check-' || n, made.word('{cost_optimizing,security,fault_tolerance,performance}', n), made.word('{error,warning,ok}', n, place.account_n), 'Do', 3, made.pick(100, n, place.account_n), now(), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 11) n where place.collector = 'trusted_advisor' and place.region_n = 1;

insert into health_events (account_id, arn, service, event_type_code, region, start_time, status_code, collection_id, first_seen_at)
select place.account_id, made.arn('health', place.account_n, place.region, 'event/' || n), made.word('{EC2,RDS,LAMBDA}', n), 'AWS_MAINTENANCE', place.region, now() - make_interval(days => made.pick(90, n, place.account_n)::int), made.word('{open,closed,upcoming}', n, place.account_n), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 3) n where place.collector = 'health' and place.region_n = 1;

insert into resilience_hub_apps (account_id, app_arn, name, compliance_status, resiliency_score, status, collection_id, first_seen_at)
select place.account_id, made.arn('resiliencehub', place.account_n, place.region, 'app/1'), 'app', made.word('{PolicyMet,PolicyBreached,NotAssessed}', place.account_n), made.pick(100, place.account_n), 'Active', place.collection_id, now()
from made.places place where place.collector = 'resilience_hub' and place.region_n = 1;

insert into compute_optimizer (account_id, resource_type, resource_arn, resource_name, finding, current_instance_type, recommended_instance_type, savings_opportunity_percentage, estimated_monthly_savings_usd, collection_id, first_seen_at)
select place.account_id, made.word('{EC2,EBS,Lambda}', n), made.arn('ec2', place.account_n, place.region, 'instance/i-' || n), 'resource-' || n, made.word('{Overprovisioned,Underprovisioned,Optimized,NotOptimized}', n, place.account_n), 'm5.2xlarge', 'm7g.large', 20,
  made.pick(90, n, place.account_n), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 12) n where place.collector = 'compute_optimizer';

insert into support_tickets (account_id, case_id, display_id, subject, status, severity_code, service_code, time_created, submitted_by, date_from, date_to, collection_id, first_seen_at)
select place.account_id, 'case-' || n, n::text, 'A question', made.word('{opened,resolved}', n, place.account_n), 'low', 'ec2', now() - make_interval(days => made.pick(90, n, place.account_n)::int), 'a@example.com', current_date - 5, current_date,
  place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 2) n where place.collector = 'support_tickets' and place.region_n = 1;

-- What the trail tells.
insert into service_catalog_events (event_id, event_time, event_name, kind, account, region, product_key, provisioned_product_id, provisioned_product_name, product_id, product_name, provisioning_artifact_id,
  provisioning_artifact_name, status, requester, owner, error_code)
select gen_random_uuid(), now() - make_interval(days => made.pick(90, account.id, n)::int), case made.pick(3, n) when 0 then 'ProvisionProduct' when 1 then 'UpdateProvisionedProduct' else 'TerminateProvisionedProduct' end,
  case made.pick(3, n) when 0 then 'provision' when 1 then 'update' else 'terminate' end, account.account_id, 'eu-west-1', 'pp-' || account.id || '-' || n / 3, 'pp-' || account.id || '-' || n / 3, 'Product ' || n / 3,
  'prod-' || made.pick(12, n, account.id), 'Catalog product ' || made.pick(12, n, account.id), 'pa-' || made.pick(12, n, account.id) || '-' || made.pick(4, n, account.id, 5), 'v' || made.pick(4, n, account.id, 5), 'AVAILABLE',
  'person-' || made.pick(80, n, account.id), 'team-' || made.pick(40, account.id), case when made.pick(20, n, account.id, 9) = 0 then 'AccessDenied' end
from accounts account cross join generate_series(1::bigint, 30) n;

insert into service_catalog_products (account, region, product_key, provisioned_product_id, provisioned_product_name, product_id, product_name, provisioning_artifact_id, provisioning_artifact_name, status, owner, requester,
  created_time, updated_time, event_id, event_time, first_event_time)
select distinct on (account, region, product_key) account, region, product_key, provisioned_product_id, provisioned_product_name, product_id, product_name, provisioning_artifact_id, provisioning_artifact_name, status, owner, requester,
  event_time, event_time, event_id, event_time, event_time
from service_catalog_events
where kind <> 'terminate'
order by account, region, product_key, event_time desc;

insert into asset_events (event_id, arn, kind, account, region, resource_id, event_time, event_name, change, requester, requester_name)
select gen_random_uuid(), 'arn:aws:ec2:eu-west-1:' || account.account_id || ':instance/i-' || n, 'ec2.instance', account.account_id, 'eu-west-1', 'i-' || n, now() - make_interval(days => made.pick(90, account.id, n)::int),
  'RunInstances', made.word('{created,changed,tagged,removed}', n), 'arn:aws:iam::role', 'person-' || made.pick(80, n, account.id)
from accounts account cross join generate_series(1::bigint, 200) n;

-- In most accounts and Regions an event has spoken of each kind by now, and its listing has been taken over.
insert into assets (account, region, kind, resource_id, arn, name, state, class, owner, team, application, environment, created_at, first_seen_at, last_event_name, last_event_time, source, awaits_listing)
select account.account_id, resource.region, place.collector, resource.resource_id, 'arn:aws:' || account.account_id || ':' || resource.resource_id, resource.resource_name, resource.state, 'm7g.large',
  null, case when made.pick(3, resource.id) > 0 then 'team-' || made.pick(40, account.id) end, 'app-' || made.pick(60, resource.id), 'production', now() - interval '30 days', now() - interval '30 days', 'RunInstances',
  now() - make_interval(days => made.pick(30, resource.id)::int), 'event', false
from made.places place join service_resources resource on resource.collection_id = place.collection_id join accounts account on account.id = place.account_id
where place.collector in ('ec2.instance', 'ebs.volume', 'rds.dbinstance', 'lambda.function') and mod(account.id, 50) > 0;

insert into quicksight_users (account_id, arn, user_name, namespace, role, identity_type, active, collection_id, first_seen_at)
select place.account_id, 'arn:user/' || n, 'user-' || n, 'default', made.word('{READER,READER,READER,AUTHOR,ADMIN}', n), 'QUICKSIGHT', true, place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 1000) n where place.collector = 'quicksight.users' and place.region_n = 1 and place.account_n = 1;

insert into quicksight_dashboards (account_id, dashboard_id, arn, name, created_time, data_set_ids, collection_id, first_seen_at)
select place.account_id, 'd-' || n, 'arn:dashboard/' || n, 'Dashboard ' || n, now() - interval '200 days', jsonb_build_array('s-' || made.pick(250, n), 's-' || made.pick(250, n, 2)), place.collection_id, now()
from made.places place cross join generate_series(1::bigint, 200) n where place.collector = 'quicksight.dashboards' and place.region_n = 1 and place.account_n = 1;

insert into quicksight_data_sets (account_id, data_set_id, arn, name, import_mode, spice_bytes, created_time, data_set_ids, collection_id, first_seen_at)
select place.account_id, 's-' || n, 'arn:data-set/' || n, 'Data set ' || n, made.word('{SPICE,DIRECT_QUERY}', n), 10000000 * made.pick(90, n), now() - interval '200 days', '[]', place.collection_id, now()
from made.places place cross join generate_series(0::bigint, 299) n where place.collector = 'quicksight.data_sets' and place.region_n = 1 and place.account_n = 1;

insert into quicksight_events (event_id, event_time, event_name, account, region, activity, quicksight_user, identity_type, dashboard_id, dashboard_name, data_set_id)
select gen_random_uuid(), now() - make_interval(secs => made.pick(90 * 86400, n)), case when made.pick(4, n) = 0 then 'QueryDatabase' else 'GetDashboard' end, account.account_id, 'eu-west-1',
  case when made.pick(4, n) = 0 then 'query' else 'view' end, 'user-' || 1 + made.pick(1000, n, 3) % 600, 'QUICKSIGHT', case when made.pick(4, n) > 0 then 'd-' || 1 + made.pick(160, n, 5) end, null,
  case when made.pick(4, n) = 0 then 's-' || made.pick(200, n, 6) end
from (select account_id from accounts order by id limit 1) account cross join generate_series(1::bigint, 100000) n;

-- What triggers would have kept.
insert into account_days (account_id, date_from, cost, services)
select account_id, date_from, sum(cost), count(*) from services group by account_id, date_from;

insert into service_days (date_from, service, account_type, cost, services, is_settled)
select cost.date_from, cost.service, account.account_type, sum(cost.cost), count(*), true
from services cost join accounts account on account.id = cost.account_id
group by cost.date_from, cost.service, account.account_type;

insert into collector_states (account_id, collector, region, observed_at, status, enumerated, error, completed_at)
select distinct on (account_id, collector, region) account_id, collector, region, observed_at, status, enumerated, error,
  max(observed_at) filter (where enumerated) over (partition by account_id, collector, region)
from coverage
order by account_id, collector, region, observed_at desc;

do $$
declare
  index record;
begin
  for index in select * from made.indexes loop
    execute index.again;
  end loop;
end
$$;

set session_replication_role = origin;

drop schema made cascade;
