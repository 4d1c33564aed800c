select load.define_rows('findings', $$
  finding_id text, service text, title text, description text, severity text, status text, resource_type text, resource_id text,
  created_at timestamptz, updated_at timestamptz, recommendation text, compliance_status text, region text, workflow_state text,
  record_state text, product_name text, company_name text, product_arn text, generator_id text, generator text$$);

-- The product that findings are listed under.
create function load.product_of(parent json) returns text language sql immutable as $$ select coalesce(parent ->> 'service', '') $$;

-- The account's product of a name in a Region, if there is one. As a function of rows it becomes part of the statement and is not called.
create function load.securities(region text, service text) returns table (id bigint) language sql stable as $$
  select s.id from public.security s
  where s.account_id = (select load.account_id()) and s.region = securities.region and s.service = securities.service
$$;

-- The products' totals in the document count one day's findings; the table security is counted from all findings instead.
create function load.prepare_findings(cells text[], parent json) returns void language sql as $$
  insert into public.security (account_id, region, service)
  select a.id, p.region, p.service
  from (select load.account_id() as id, load.region() as region offset 0) a
  cross join lateral (
    select distinct coalesce(r.region, a.region) as region, coalesce(r.product_name, load.product_of(parent)) as service from load.read_findings(cells) r
  ) p
  where not exists (select from public.security s where s.account_id = a.id and s.region = p.region and s.service = p.service)
$$;

create function load.findings(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  security_id bigint, finding_id text, service text, title text, description text, severity text, status text, resource_type text,
  resource_id text, created_at timestamptz, updated_at timestamptz, recommendation text, compliance_status text, region text,
  workflow_state text, record_state text, product_name text, company_name text, product_arn text, generator_id text, generator text)
language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'security.security_hub', null::date,
    -- Nearly all are of the product that they are listed under, and of the Region: those two are looked up once for all rows.
    case when coalesce(r.region, doc_region) = doc_region and coalesce(r.product_name, (select load.product_of(parent))) = (select load.product_of(parent)) then (select s.id from load.securities(doc_region, load.product_of(parent)) s)
      else (select s.id from load.securities(coalesce(r.region, doc_region), coalesce(r.product_name, load.product_of(parent))) s) end,
    r.finding_id, coalesce(r.service, ''), coalesce(r.title, ''), r.description, coalesce(r.severity, 'UNKNOWN'), coalesce(r.status, 'OPEN'),
    r.resource_type, r.resource_id, r.created_at, r.updated_at, r.recommendation, r.compliance_status, r.region,
    r.workflow_state, r.record_state, r.product_name, r.company_name, r.product_arn, r.generator_id, r.generator
  from load.read_findings(cells) r
$$;

select load.define_rows('guard_duty_findings', $$
  id text, detector_id text, type text, severity numeric, title text, description text, created_at timestamptz, updated_at timestamptz,
  confidence numeric, region text$$);

create function load.guard_duty_findings(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  finding_id text, detector_id text, finding_type text, severity numeric, title text, description text, confidence numeric, region text,
  created_at timestamptz, updated_at timestamptz) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'security.guard_duty', null::date,
    r.id, r.detector_id, r.type, r.severity, r.title, r.description, r.confidence, r.region, r.created_at, r.updated_at
  from load.read_guard_duty_findings(cells) r
$$;

select load.define_rows('inspector_findings', $$
  finding_arn text, severity text, status text, type text, title text, description text, first_observed_at timestamptz,
  last_observed_at timestamptz, updated_at timestamptz, region text$$);

create function load.inspector_findings(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  finding_arn text, severity text, status text, type text, title text, description text, first_observed_at timestamptz,
  last_observed_at timestamptz, finding_updated_at timestamptz) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'security.inspector', null::date,
    r.finding_arn, r.severity, r.status, r.type, r.title, r.description, r.first_observed_at, r.last_observed_at, r.updated_at
  from load.read_inspector_findings(cells) r
$$;

select load.define_rows('kms_keys', $$
  key_id text, arn text, description text, key_usage text, key_state text, creation_date timestamptz, enabled boolean,
  key_rotation_enabled boolean, region text$$);

create function load.kms_keys(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  key_id text, arn text, description text, key_usage text, key_state text, creation_date timestamptz, enabled boolean,
  key_rotation_enabled boolean) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'security.kms', null::date,
    r.key_id, r.arn, r.description, r.key_usage, r.key_state, r.creation_date, r.enabled, r.key_rotation_enabled
  from load.read_kms_keys(cells) r
$$;

-- Web ACLs for CloudFront are listed by every Region's document and belong to none. What could not be asked for is null, not false.
select load.define_rows('waf_rules', $$
  name text, id text, arn text, scope text, description text, default_action jsonb, rules_count numeric, capacity numeric,
  managed_rules_count numeric, custom_rules_count numeric, rate_limit_rules_count numeric, associated_resources jsonb,
  associated_resources_count numeric, logging_enabled boolean, log_destinations jsonb, geo_blocking_enabled boolean,
  blocked_countries text, ip_sets jsonb, sampled_requests_enabled boolean, cloudwatch_metrics_enabled boolean, tags jsonb, region text$$);

create function load.waf_rules(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  name text, waf_id text, arn text, scope text, description text, default_action jsonb, rules_count int, capacity int,
  managed_rules_count int, custom_rules_count int, rate_limit_rules_count int, associated_resources jsonb, associated_resources_count int,
  logging_enabled boolean, log_destinations jsonb, geo_blocking_enabled boolean, blocked_countries text, ip_sets jsonb,
  sampled_requests_enabled boolean, cloudwatch_metrics_enabled boolean, tags jsonb) language sql stable as $$
  select r.ordinality, case when r.scope = 'CLOUDFRONT' then 'Global' else coalesce(r.region, doc_region) end, 'security.waf', null::date,
    r.name, r.id, r.arn, r.scope, r.description, r.default_action, r.rules_count::int, r.capacity::int,
    r.managed_rules_count::int, r.custom_rules_count::int, r.rate_limit_rules_count::int, r.associated_resources,
    r.associated_resources_count::int, r.logging_enabled, r.log_destinations, r.geo_blocking_enabled,
    r.blocked_countries, r.ip_sets, r.sampled_requests_enabled, r.cloudwatch_metrics_enabled, r.tags
  from load.read_waf_rules(cells) r
$$;

select load.define_rows('waf_rules_detailed', $$
  web_acl_name text, rule_name text, priority numeric, action text, statement_type text, is_managed_rule boolean, is_custom_rule boolean,
  rate_limit boolean, logging_enabled boolean, geo_blocking boolean, sql_injection boolean, sample_request_enabled boolean,
  cloudwatch_enabled boolean, has_xss_protection boolean, waf_version text, is_compliant boolean, scope text, region text$$);

create function load.waf_rules_detailed(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  web_acl_name text, rule_name text, priority int, action text, statement_type text, is_managed_rule boolean, is_custom_rule boolean,
  rate_limit boolean, logging_enabled boolean, geo_blocking boolean, sql_injection boolean, sample_request_enabled boolean,
  cloudwatch_enabled boolean, has_xss_protection boolean, waf_version text, is_compliant boolean, scope text) language sql stable as $$
  select r.ordinality, case when r.scope = 'CLOUDFRONT' then 'Global' else coalesce(r.region, doc_region) end, 'security.waf_rules', null::date,
    r.web_acl_name, r.rule_name, r.priority::int, r.action, r.statement_type, coalesce(r.is_managed_rule, false),
    coalesce(r.is_custom_rule, true), coalesce(r.rate_limit, false), r.logging_enabled, coalesce(r.geo_blocking, false),
    coalesce(r.sql_injection, false), coalesce(r.sample_request_enabled, false), coalesce(r.cloudwatch_enabled, false),
    coalesce(r.has_xss_protection, false), coalesce(r.waf_version, 'v2'), coalesce(r.is_compliant, false), coalesce(r.scope, 'REGIONAL')
  from load.read_waf_rules_detailed(cells) r
$$;

-- Trails of all Regions are listed by other Regions' documents, too: a trail exists once, in its home Region, wherever it is
-- reported from. Whether it logs may be unknown: null, not false.
select load.define_rows('cloudtrail_logs', $$
  name text, arn text, is_logging boolean, is_multi_region boolean, include_global_events boolean, s3_bucket text, kms_key_id text,
  log_file_validation boolean, latest_delivery_time timestamptz, start_logging_time timestamptz, stop_logging_time timestamptz,
  recent_events_count numeric, region text$$);

create function load.cloudtrail_logs(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  name text, arn text, is_logging boolean, is_multi_region boolean, include_global_events boolean, s3_bucket text, kms_key_id text,
  log_file_validation boolean, latest_delivery_time timestamptz, start_logging_time timestamptz, stop_logging_time timestamptz,
  recent_events_count int) language sql stable as $$
  select r.ordinality, coalesce(nullif(split_part(r.arn, ':', 4), ''), r.region, doc_region), 'security.cloudtrail', null::date,
    r.name, r.arn, r.is_logging, coalesce(r.is_multi_region, false), r.include_global_events, r.s3_bucket, r.kms_key_id,
    coalesce(r.log_file_validation, false), r.latest_delivery_time, r.start_logging_time, r.stop_logging_time, r.recent_events_count::int
  from load.read_cloudtrail_logs(cells) r
$$;

select load.define_rows('secrets_manager_secrets', $$
  name text, arn text, description text, created_date timestamptz, last_changed_date timestamptz, last_accessed_date timestamptz,
  rotation_enabled boolean, rotation_lambda_arn text, kms_key_id text, tags jsonb, region text$$);

create function load.secrets_manager_secrets(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  name text, arn text, description text, created_date timestamptz, last_changed_date timestamptz, last_accessed_date timestamptz,
  rotation_enabled boolean, rotation_lambda_arn text, kms_key_id text, tags jsonb) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'security.secrets_manager', null::date,
    r.name, r.arn, r.description, r.created_date, r.last_changed_date, r.last_accessed_date, coalesce(r.rotation_enabled, false),
    r.rotation_lambda_arn, r.kms_key_id, r.tags
  from load.read_secrets_manager_secrets(cells) r
$$;

select load.define_rows('certificates', $$
  arn text, domain_name text, subject_alternative_names jsonb, status text, type text, key_algorithm text, signature_algorithm text,
  created_at timestamptz, issued_at timestamptz, not_before timestamptz, not_after timestamptz, renewal_eligibility text,
  key_usages jsonb, extended_key_usages jsonb, region text$$);

create function load.certificates(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  arn text, domain_name text, subject_alternative_names jsonb, status text, type text, key_algorithm text, signature_algorithm text,
  certificate_created_at timestamptz, issued_at timestamptz, not_before timestamptz, not_after timestamptz, renewal_eligibility text,
  key_usages jsonb, extended_key_usages jsonb) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'security.certificate_manager', null::date,
    r.arn, r.domain_name, r.subject_alternative_names, r.status, r.type, r.key_algorithm, r.signature_algorithm,
    r.created_at, r.issued_at, r.not_before, r.not_after, r.renewal_eligibility, r.key_usages, r.extended_key_usages
  from load.read_certificates(cells) r
$$;
