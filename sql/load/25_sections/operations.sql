-- Trusted Advisor, Health and Support answer for the account; every Region's document repeats them.
select load.define_rows('trusted_advisor_checks', $$
  check_name text, category text, severity text, recommendation text, affected_resources_count numeric, potential_savings numeric,
  "timestamp" timestamptz$$);

create function load.trusted_advisor_checks(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  check_name text, category text, severity text, recommendation text, affected_resources_count int, potential_savings numeric,
  "timestamp" timestamptz) language sql stable as $$
  select r.ordinality, 'Global', 'trusted_advisor', null::date, r.check_name, r.category, r.severity, r.recommendation,
    coalesce(r.affected_resources_count, 0)::int, r.potential_savings, r."timestamp"
  from load.read_trusted_advisor_checks(cells) r
$$;

select load.define_rows('health_events', $$
  arn text, service text, event_type_code text, event_type_category text, region text, availability_zone text, start_time timestamptz,
  end_time timestamptz, last_updated_time timestamptz, status_code text, event_scope_code text, description text, affected_entities jsonb$$);

create function load.health_events(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  arn text, service text, event_type_code text, event_type_category text, region text, availability_zone text, start_time timestamptz,
  end_time timestamptz, last_updated_time timestamptz, status_code text, event_scope_code text,
  description text, affected_entities jsonb) language sql stable as $$
  select r.ordinality, 'Global', 'health', null::date, r.arn, r.service, r.event_type_code, r.event_type_category, r.region,
    r.availability_zone, r.start_time, r.end_time, r.last_updated_time, r.status_code, r.event_scope_code, r.description, r.affected_entities
  from load.read_health_events(cells) r
$$;

select load.define_rows('support_tickets', $$
  case_id text, display_id text, subject text, status text, severity_code text, service_code text, category_code text,
  time_created timestamptz, submitted_by text, language text, date_from date, date_to date$$);

create function load.support_tickets(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  case_id text, display_id text, subject text, status text, severity_code text, service_code text, category_code text,
  time_created timestamptz, submitted_by text, language text, date_from date, date_to date) language sql stable as $$
  select r.ordinality, 'Global', 'support_tickets', null::date, r.case_id, coalesce(r.display_id, ''), coalesce(r.subject, ''),
    coalesce(r.status, ''), coalesce(r.severity_code, ''), r.service_code, coalesce(r.category_code, ''), r.time_created,
    r.submitted_by, coalesce(r.language, 'en'), r.date_from, r.date_to
  from load.read_support_tickets(cells) r
$$;

select load.define_rows('application_signals', $$
  service_name text, namespace text, key_attributes jsonb, region text$$);

create function load.application_signals(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  service_name text, namespace text, key_attributes jsonb) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'application', null::date, r.service_name, coalesce(r.namespace, ''), r.key_attributes
  from load.read_application_signals(cells) r
$$;

select load.define_rows('resilience_hub_apps', $$
  app_arn text, name text, description text, creation_time timestamptz, last_assessment_time timestamptz, compliance_status text,
  resiliency_score numeric, status text, rpo numeric, rto numeric, last_drill timestamptz, cost numeric, estimated_rpo numeric,
  estimated_rto numeric, region text$$);

create function load.resilience_hub_apps(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  app_arn text, name text, description text, creation_time timestamptz, last_assessment_time timestamptz, compliance_status text,
  resiliency_score numeric, status text, rpo int, rto int, last_drill timestamptz, cost numeric,
  estimated_rpo int, estimated_rto int) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'resilience_hub', null::date, r.app_arn, r.name, r.description, r.creation_time,
    r.last_assessment_time, r.compliance_status, r.resiliency_score, r.status, r.rpo::int, r.rto::int, r.last_drill, r.cost,
    r.estimated_rpo::int, r.estimated_rto::int
  from load.read_resilience_hub_apps(cells) r
$$;

select load.define_rows('compute_optimizer', $$
  resource_type text, resource_arn text, resource_name text, finding text, current_instance_type text, current_memory_size numeric,
  current_volume_type text, current_volume_size numeric, recommended_instance_type text, recommended_memory_size numeric,
  recommended_volume_type text, recommended_volume_size numeric, savings_opportunity_percentage numeric,
  estimated_monthly_savings_usd numeric, performance_risk numeric, cpu_utilization_max numeric, memory_utilization_avg numeric,
  migration_effort text, region text$$);

create function load.compute_optimizer(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  resource_type text, resource_arn text, resource_name text, finding text, current_instance_type text, current_memory_size int,
  current_volume_type text, current_volume_size int, recommended_instance_type text, recommended_memory_size int,
  recommended_volume_type text, recommended_volume_size int, savings_opportunity_percentage numeric,
  estimated_monthly_savings_usd numeric, performance_risk numeric, cpu_utilization_max numeric, memory_utilization_avg numeric,
  migration_effort text) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'compute_optimizer', null::date, coalesce(r.resource_type, ''), r.resource_arn, r.resource_name, r.finding,
    r.current_instance_type, r.current_memory_size::int, r.current_volume_type, r.current_volume_size::int, r.recommended_instance_type,
    r.recommended_memory_size::int, r.recommended_volume_type, r.recommended_volume_size::int, r.savings_opportunity_percentage,
    r.estimated_monthly_savings_usd, r.performance_risk, r.cpu_utilization_max, r.memory_utilization_avg, r.migration_effort
  from load.read_compute_optimizer(cells) r
$$;
