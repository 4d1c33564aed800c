-- Events of QuickSight in, each once, and what follows from them beside them: visits, and sums that views would be slow to make of a long
-- history. Sums grow by what new events add, and maxima and minima don't depend on order; which traces are visits is decided anew for all
-- that lie near a new one. So neither the order nor the number of times in which events arrive makes a difference.
create function load.usage(rows json) returns bigint language plpgsql as $$
declare
  incoming constant public.quicksight_events[] := array(select r from json_populate_recordset(null::public.quicksight_events, rows) r);
  place record;
  fresh uuid[];
  added bigint;
begin
  -- Two batches of one account would each miss the other's traces. One order for all: they can't wait for each other.
  for place in
    select distinct hashtextextended(format('orglens/usage/%s', r.account), 0) as lock from unnest(incoming) r order by 1
  loop
    perform pg_advisory_xact_lock(place.lock);
  end loop;

  with inserted as (
    insert into public.quicksight_events (event_id, event_time, event_name, event_type, account, region, activity, user_name, quicksight_user,
      role_name, identity_type, identity_arn, invoked_by, dashboard_id, dashboard_name, analysis_id, analysis_name, data_set_id, data_set_name,
      data_source_id, data_source_name, folder_id, folder_name, users, rejected_users, source_ip, user_agent, error_code)
    select r.event_id, r.event_time, r.event_name, r.event_type, r.account, r.region, r.activity, r.user_name, r.quicksight_user,
      r.role_name, r.identity_type, r.identity_arn, r.invoked_by, r.dashboard_id, r.dashboard_name, r.analysis_id, r.analysis_name, r.data_set_id,
      r.data_set_name, r.data_source_id, r.data_source_name, r.folder_id, r.folder_name, r.users, r.rejected_users, r.source_ip, r.user_agent,
      r.error_code
    from unnest(incoming) r
    on conflict (event_id) do nothing
    returning event_id, error_code
  )
  select count(*), array_agg(i.event_id) filter (where i.error_code is null) into added, fresh from inserted i;
  if fresh is not null then
    perform load.note_usage(fresh);
  end if;
  return added;
end
$$;

create function load.note_told_assets(fresh uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  insert into public.quicksight_told_assets as t
    (account, region, kind, asset_id, name, named_at, named_by, created_time, deleted_time, seen_time, updates, last_update)
  select e.account, e.region, k.kind, k.asset_id,
    (array_agg(k.name order by e.event_time desc, e.event_id desc) filter (where k.name is not null))[1],
    max(e.event_time) filter (where k.name is not null),
    (array_agg(e.event_id order by e.event_time desc, e.event_id desc) filter (where k.name is not null))[1],
    min(e.event_time) filter (where e.event_name = k.made),
    max(e.event_time) filter (where e.event_name = k.deleted),
    max(e.event_time) filter (where e.event_name <> k.deleted),
    count(*) filter (where e.event_name = any (k.updated)),
    max(e.event_time) filter (where e.event_name = any (k.updated))
  from public.quicksight_events e
  cross join lateral (values
    ('dashboard', e.dashboard_id, e.dashboard_name, 'CreateDashboard', 'DeleteDashboard', array['UpdateDashboard']),
    ('analysis', e.analysis_id, e.analysis_name, 'CreateAnalysis', 'DeleteAnalysis',
      array['UpdateAnalysis', 'RenameAnalysis', 'CreateVisualization', 'RenameVisualization', 'DeleteVisualization']),
    ('data_set', e.data_set_id, e.data_set_name, 'CreateDataSet', 'DeleteDataSet', array[]::text[])) k (kind, asset_id, name, made, deleted, updated)
  where e.event_id = any (fresh) and k.asset_id is not null
  group by e.account, e.region, k.kind, k.asset_id
  on conflict (account, region, kind, asset_id) do update
  set name = case when excluded.named_at is null or (excluded.named_at, excluded.named_by) < (t.named_at, t.named_by) then t.name else excluded.name end,
    named_at = case when excluded.named_at is null or (excluded.named_at, excluded.named_by) < (t.named_at, t.named_by) then t.named_at else excluded.named_at end,
    named_by = case when excluded.named_at is null or (excluded.named_at, excluded.named_by) < (t.named_at, t.named_by) then t.named_by else excluded.named_by end,
    created_time = least(t.created_time, excluded.created_time),
    deleted_time = greatest(t.deleted_time, excluded.deleted_time),
    seen_time = greatest(t.seen_time, excluded.seen_time),
    updates = t.updates + excluded.updates,
    last_update = greatest(t.last_update, excluded.last_update);
end
$$;

create function load.note_user_acts(fresh uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  insert into public.quicksight_user_acts as a (account, quicksight_user, first_activity, last_activity, queries, changes)
  select e.account, e.quicksight_user, min(e.event_time), max(e.event_time), count(*) filter (where e.activity = 'query'),
    count(*) filter (where e.activity in ('change', 'delete'))
  from public.quicksight_events e
  where e.event_id = any (fresh) and e.quicksight_user is not null and e.activity <> 'service'
  group by e.account, e.quicksight_user
  on conflict (account, quicksight_user) do update
  set first_activity = least(a.first_activity, excluded.first_activity), last_activity = greatest(a.last_activity, excluded.last_activity),
    queries = a.queries + excluded.queries, changes = a.changes + excluded.changes;
end
$$;

create function load.note_queries(fresh uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  insert into public.quicksight_asset_uses as u (account, region, kind, asset_id, quicksight_user, uses, last_use)
  select e.account, e.region, 'data_set', e.data_set_id, coalesce(e.quicksight_user, ''), count(*), max(e.event_time)
  from public.quicksight_events e
  where e.event_id = any (fresh) and e.activity = 'query' and e.data_set_id is not null
  group by 1, 2, 3, 4, 5
  on conflict (account, region, kind, asset_id, quicksight_user) do update
  set uses = u.uses + excluded.uses, last_use = greatest(u.last_use, excluded.last_use);
end
$$;

-- A visit is a dashboard or an analysis that was opened once. Readers of embedded dashboards may leave nothing but GetStaticAsset, or the
-- link that a program asked for: those count where no other trace of the same visit lies within five minutes. So a new trace may make an
-- older one count no more.
create function load.note_visits(fresh uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  with seen as materialized (
    select e.event_id, e.event_time, e.account, e.region, e.event_name, e.dashboard_id, e.analysis_id, e.quicksight_user, e.identity_type
    from public.quicksight_events e
    where e.event_id = any (fresh) and e.activity = 'view' and coalesce(e.dashboard_id, e.analysis_id) is not null
  ), opened as (
    select * from seen where event_name in ('GetDashboard', 'GetAnalysis')
  ), traces as materialized (
    select * from seen where event_name not in ('GetDashboard', 'GetAnalysis')
    union
    select t.event_id, t.event_time, t.account, t.region, t.event_name, t.dashboard_id, t.analysis_id, t.quicksight_user, t.identity_type
    from seen s
    cross join lateral (
      select d.* from public.quicksight_events d
      where d.account = s.account and d.dashboard_id = s.dashboard_id
        and d.event_time between s.event_time - interval '5 minutes' and s.event_time + interval '5 minutes'
      union all
      select a.* from public.quicksight_events a
      where a.account = s.account and a.analysis_id = s.analysis_id and a.dashboard_id is null
        and a.event_time between s.event_time - interval '5 minutes' and s.event_time + interval '5 minutes'
    ) t
    where t.region = s.region and t.activity = 'view' and t.error_code is null and t.event_name not in ('GetDashboard', 'GetAnalysis')
  ), judged as materialized (
    select o.*, true as is_visit from opened o
    union all
    select t.*, not exists (
      select
      from (
        select d.* from public.quicksight_events d
        where d.account = t.account and d.dashboard_id = t.dashboard_id
          and d.event_time between t.event_time - interval '5 minutes' and t.event_time + interval '5 minutes'
        union all
        select a.* from public.quicksight_events a
        where a.account = t.account and a.analysis_id = t.analysis_id and t.dashboard_id is null
          and a.event_time between t.event_time - interval '5 minutes' and t.event_time + interval '5 minutes'
      ) other
      where other.region = t.region and other.activity = 'view' and other.error_code is null
        and (other.quicksight_user = t.quicksight_user or other.quicksight_user is null or t.quicksight_user is null)
        and (other.event_name in ('GetDashboard', 'GetAnalysis') or (other.event_time, other.event_id) < (t.event_time, t.event_id)))
    from traces t
  ), added as (
    insert into public.quicksight_visits (event_id, event_time, day, account, region, event_name, kind, asset_id, quicksight_user, identity_type)
    select j.event_id, j.event_time, (j.event_time at time zone 'UTC')::date, j.account, j.region, j.event_name, case when j.dashboard_id is not null then 'dashboard' else 'analysis' end,
      coalesce(j.dashboard_id, j.analysis_id), j.quicksight_user, j.identity_type
    from judged j
    where j.is_visit
    on conflict (event_id) do nothing
    returning event_id, event_time, account, region, kind, asset_id, quicksight_user
  ), removed as (
    delete from public.quicksight_visits v
    where v.event_id in (select j.event_id from judged j where not j.is_visit)
    returning v.event_id, v.event_time, v.account, v.region, v.kind, v.asset_id, v.quicksight_user
  ), differing as (
    select c.account, c.region, c.kind, c.asset_id, coalesce(c.quicksight_user, '') as quicksight_user, sum(c.visits)::integer as visits,
      max(c.event_time) filter (where c.visits > 0) as last_added, bool_or(c.visits < 0) as has_less
    from (select 1 as visits, * from added union all select -1, * from removed) c
    group by 1, 2, 3, 4, 5
  ), summed as materialized (
    select d.account, d.region, d.kind, d.asset_id, d.quicksight_user, coalesce(u.uses, 0) + d.visits as uses,
      greatest(d.last_added, case when d.has_less then former.last_visit else u.last_use end) as last_use
    from differing d
    left join public.quicksight_asset_uses u using (account, region, kind, asset_id, quicksight_user)
    -- The last of the visits that were there before and still are.
    left join lateral (
      select max(v.event_time) as last_visit
      from public.quicksight_visits v
      where d.has_less and v.account = d.account and v.region = d.region and v.kind = d.kind and v.asset_id = d.asset_id
        and coalesce(v.quicksight_user, '') = d.quicksight_user and v.event_id not in (select r.event_id from removed r)
    ) former on true
  ), gone as (
    delete from public.quicksight_asset_uses u
    using summed s
    where s.uses = 0 and (u.account, u.region, u.kind, u.asset_id, u.quicksight_user) = (s.account, s.region, s.kind, s.asset_id, s.quicksight_user)
  )
  insert into public.quicksight_asset_uses as u (account, region, kind, asset_id, quicksight_user, uses, last_use)
  select s.account, s.region, s.kind, s.asset_id, s.quicksight_user, s.uses, s.last_use
  from summed s
  where s.uses > 0
  on conflict (account, region, kind, asset_id, quicksight_user) do update
  set uses = excluded.uses, last_use = excluded.last_use;
end
$$;

-- What successful events that are new add to all that follows from events.
create function load.note_usage(fresh uuid[]) returns void language plpgsql as $$
begin
  perform load.note_told_assets(fresh);
  perform load.note_user_acts(fresh);
  perform load.note_queries(fresh);
  perform load.note_visits(fresh);
end
$$;

-- Sums of the events that were recorded before there were any.
create function load.sum_usage() returns void language plpgsql as $$
begin
  if not exists (select from public.quicksight_told_assets union all select from public.quicksight_user_acts
      union all select from public.quicksight_asset_uses union all select from public.quicksight_visits) then
    perform load.note_usage(array(select e.event_id from public.quicksight_events e where e.error_code is null));
  end if;
end
$$;

select load.sum_usage();
