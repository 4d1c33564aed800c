create function load.config_reports(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  date_from date, date_to date, compliance_score numeric, total_rules int, compliant_rules int, non_compliant_rules int,
  curr_non_compliant int, curr_compliant int) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'config', r.date_from,
    r.date_from, r.date_to, r.compliance_score, r.total_rules::int, r.compliant_rules::int, r.non_compliant_rules::int,
    coalesce(r.curr_non_compliant, 0)::int, coalesce(r.curr_compliant, 0)::int
  from rows from (json_to_recordset(rows) as (date_from date, date_to date, compliance_score numeric, total_rules numeric,
    compliant_rules numeric, non_compliant_rules numeric, curr_non_compliant numeric, curr_compliant numeric, region text))
    with ordinality r
$$;

-- Despite its name the section holds compliant evaluations, too. They belong to the report of their document's day.
select load.define_rows('non_compliant_resources', $$
  rule_name text, resource_id text, resource_type text, config_rule_invoked_time timestamptz, conformance_pack text, compliance_type text,
  annotation text, evaluation_mode text, region text$$);

create function load.non_compliant_resources(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  config_report_id bigint, resource_type text, resource_id text, compliance_type text, rule_name text, created_at timestamptz,
  annotation text, evaluation_mode text, conformance_pack text, status text) language sql stable as $$
  select r.ordinality, r.fact_region, 'config.non_compliant_resources', p.date_from,
    p.id, coalesce(r.resource_type, ''), coalesce(r.resource_id, ''), r.compliance_type, r.rule_name, coalesce(r.config_rule_invoked_time, p.date_from),
    r.annotation, coalesce(r.evaluation_mode, ''), coalesce(r.conformance_pack, ''), 'OPEN'
  from (
    select r.*, coalesce(r.region, doc_region) as fact_region
    from load.read_non_compliant_resources(cells) r
  ) r
  left join public.collections c on c.account_id = (select load.account_id()) and c.region = r.fact_region and c.collector = 'config'
    and c.period = (parent ->> 'date_from')::date
  left join public.config_reports p on p.collection_id = c.id
$$;
