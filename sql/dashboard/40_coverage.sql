-- Why a view is empty: how the collectors that fill it ended in each account and Region when they last ran.
create function dashboard.coverage(relation text) returns jsonb
language sql stable security definer
set search_path = pg_catalog
as $$
  select coalesce(jsonb_agg(jsonb_build_object('status', counted.status, 'accounts', counted.accounts, 'example', counted.example) order by counted.accounts desc), '[]')
  from (
    select latest.status, count(distinct latest.account_id) as accounts, min(latest.error) as example
    from (
      select distinct on (entry.account_id, entry.collector, entry.region) entry.*
      from dashboard.sections() filled
      join public.coverage entry on entry.collector = filled.section
        or starts_with(filled.section, entry.collector || '.')
        or exists (
          select from public.collections known
          where known.account_id = entry.account_id and known.region = entry.region and known.collector = entry.collector and known.section = filled.section)
      where filled.relation = coverage.relation
      order by entry.account_id desc, entry.collector desc, entry.region desc, entry.observed_at desc
    ) latest
    group by latest.status
  ) counted
$$;
