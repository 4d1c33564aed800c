-- Why a view is empty: how the collectors that fill it ended in each account and Region when they last ran.
create function dashboard.coverage(relation text) returns jsonb
language sql stable security definer
set search_path = pg_catalog
as $$
  with filled as materialized (
    select known.section from dashboard.sections() known where known.relation = coverage.relation
  ), filling as materialized (
    -- Collectors that fill a section have its name, name what holds it, or have filled it before.
    select known.collector from public.collections known join filled on filled.section = known.section group by known.collector
  )
  select coalesce(jsonb_agg(jsonb_build_object('status', counted.status, 'accounts', counted.accounts, 'example', counted.example) order by counted.accounts desc), '[]')
  from (
    select latest.status, count(distinct latest.account_id) as accounts, min(latest.error) as example
    from public.collector_states latest
    where latest.collector in (select filling.collector from filling)
      or exists (select from filled where latest.collector = filled.section or starts_with(filled.section, latest.collector || '.'))
    group by latest.status
  ) counted
$$;
