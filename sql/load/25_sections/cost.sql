-- Cost Explorer answers for the whole account: one row however many Regions report it. A month begins on a day that has costs of its own:
-- what a document says of longer periods is kept apart.
select load.define_rows('services', $$
  service text, usage_types json, date_from date, date_to date, cost numeric, currency text, utilization numeric, utilization_unit text$$);

create function load.services(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  service text, date_from date, date_to date, cost numeric, currency text, utilization numeric, utilization_unit text, usage_types text)
language sql stable as $$
  select r.ordinality, 'Global', 'service' || load.granularity_suffix(), r.date_from, r.service, r.date_from, r.date_to, r.cost, coalesce(r.currency, 'USD'),
    r.utilization, r.utilization_unit,
    case when json_typeof(r.usage_types) = 'array' then (select string_agg(u, ',') from json_array_elements_text(r.usage_types) u)
      else coalesce(r.usage_types #>> '{}', '') end
  from load.read_services(cells) r
$$;

create function load.cost_reports(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  current_period_cost numeric, previous_period_cost numeric, cost_difference numeric, cost_difference_percentage numeric,
  potential_monthly_savings numeric, anomalies_detected int, saving_opportunities_count int,
  period_start date, period_end date, period_granularity public.period_granularity_type) language sql stable as $$
  select r.ordinality, 'Global', 'cost.' || lower(p.granularity), p.start, coalesce(r.current_period_cost, 0), coalesce(r.previous_period_cost, 0),
    coalesce(r.cost_difference, 0), coalesce(r.cost_difference_percentage, 0), coalesce(r.potential_monthly_savings, 0),
    coalesce(r.anomalies_detected, 0)::int, coalesce(r.saving_opportunities_count, 0)::int, p.start, p."end",
    p.granularity::public.period_granularity_type
  from rows from (json_to_recordset(rows) as (current_period_cost numeric, previous_period_cost numeric, cost_difference numeric,
    cost_difference_percentage numeric, potential_monthly_savings numeric, anomalies_detected numeric, saving_opportunities_count numeric, period json))
    with ordinality r,
    json_to_record(r.period) as p (start date, "end" date, granularity text)
$$;

create function load.cost_report_id(report json) returns bigint language sql stable as $$
  select p.id from public.cost_reports p
  where p.collection_id = load.find_collection('Global', 'cost.' || lower(report -> 'period' ->> 'granularity'), (report -> 'period' ->> 'start')::date)
$$;

create function load.service_costs(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date, cost_report_id bigint, service_name text, cost numeric)
language sql stable as $$
  select row_number() over (), 'Global', 'cost.top_services.' || lower(r -> 'period' ->> 'granularity'), (r -> 'period' ->> 'start')::date,
    load.cost_report_id(r), s.service, s.cost
  from json_array_elements(rows) r,
    json_to_recordset(case when json_typeof(r -> 'top_services') = 'array' then r -> 'top_services' else '[]' end) as s (service text, cost numeric)
$$;

create function load.cost_forecasts(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  cost_report_id bigint, period_start date, period_end date, amount numeric,
  prediction_interval_lower_bound numeric, prediction_interval_upper_bound numeric) language sql stable as $$
  select row_number() over (), 'Global', 'cost.forecast.' || lower(r -> 'period' ->> 'granularity'), (r -> 'period' ->> 'start')::date,
    load.cost_report_id(r), (f.period ->> 'start')::date, (f.period ->> 'end')::date, f.amount,
    f.prediction_interval_lower_bound, f.prediction_interval_upper_bound
  from json_array_elements(rows) r,
    json_to_recordset(case when json_typeof(r -> 'forecast') = 'array' then r -> 'forecast' else '[]' end) as f (
      period json, amount numeric, prediction_interval_lower_bound numeric, prediction_interval_upper_bound numeric)
$$;

select load.define_rows('ri_sp_daily_savings', $$
  date_from date, date_to date, date date, reservation_type text, subscription_id text, offering_id text, savings_plan_arn text,
  service text, instance_type text, instance_count numeric, instance_family text, instance_tenancy text, offering_class text,
  product_types text, region text, utilization_percentage numeric, on_demand_cost numeric, reservation_cost numeric, net_savings numeric,
  commitment numeric, upfront_cost numeric, recurring_cost numeric, recurring_frequency text, usage_price numeric, currency text,
  start_date timestamptz, end_date timestamptz, returnable_until timestamptz, duration_seconds numeric, offering_type text, state text,
  description text, scope text, coverage_percentage numeric$$);

create function load.ri_sp_daily_savings(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  date_from date, date_to date, date date, reservation_type text, subscription_id text, offering_id text, savings_plan_arn text,
  service text, instance_type text, instance_count int, instance_family text, instance_tenancy text, offering_class text,
  product_types text, region text, utilization_percentage numeric, on_demand_cost numeric, reservation_cost numeric,
  net_savings numeric, commitment numeric, upfront_cost numeric, recurring_cost numeric, recurring_frequency text,
  usage_price numeric, currency text, start_date timestamptz, end_date timestamptz, returnable_until timestamptz,
  duration_seconds bigint, offering_type text, state text, description text, scope text, coverage_percentage numeric) language sql stable as $$
  -- A Savings Plan belongs to the account; a reservation to the Region whose API listed it ("region" is its scope).
  select r.ordinality, case when r.reservation_type = 'Savings Plan' then 'Global' else doc_region end, 'ri_sp_savings', r.date_from,
    r.date_from, r.date_to, coalesce(r.date, r.date_to), r.reservation_type, r.subscription_id, r.offering_id, r.savings_plan_arn,
    r.service, r.instance_type, r.instance_count::int, r.instance_family, r.instance_tenancy, r.offering_class,
    r.product_types, r.region, r.utilization_percentage, r.on_demand_cost, r.reservation_cost,
    r.net_savings, r.commitment, r.upfront_cost, r.recurring_cost, r.recurring_frequency,
    r.usage_price, r.currency, r.start_date, r.end_date, r.returnable_until,
    r.duration_seconds::bigint, r.offering_type, r.state, r.description, r.scope, r.coverage_percentage
  from load.read_ri_sp_daily_savings(cells) r
$$;

select load.define_rows('marketplace_usage', $$
  product_code text, product_name text, cost_consumed numeric, currency text, period_start date, period_end date, status text$$);

create function load.marketplace_usage(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  product_code text, product_name text, cost_consumed numeric, currency text, period_start date, period_end date, status text)
language sql stable as $$
  select r.ordinality, 'Global', 'marketplace', r.period_start, r.product_code, r.product_name, r.cost_consumed, coalesce(r.currency, 'USD'),
    r.period_start, r.period_end, r.status
  from load.read_marketplace_usage(cells) r
$$;
