-- Service Catalog: events in, and the state of the products they touch made anew from all of their events. So neither the order
-- nor the number of times in which events arrive makes a difference.
create function load.products(rows json) returns bigint language plpgsql as $$
declare
  incoming public.service_catalog_events[];
  place record;
  fresh uuid[];
begin
  perform set_config('TimeZone', 'UTC', true);
  incoming := array(select r from json_populate_recordset(null::public.service_catalog_events, rows) r);
  -- Two batches about one product would each miss the other's events. One order for all: they can't wait for each other.
  for place in
    select distinct hashtextextended(format('orglens/products/%s/%s', r.account, r.region), 0) as lock from unnest(incoming) r order by 1
  loop
    perform pg_advisory_xact_lock(place.lock);
  end loop;

  with inserted as (
    insert into public.service_catalog_events (event_id, event_time, event_name, event_version, kind, account, region, product_key,
      provisioned_product_id, provisioned_product_name, provisioned_product_type, product_id, product_name, provisioning_artifact_id,
      provisioning_artifact_name, path_id, record_id, record_type, record_errors, record_tags, status, created_time, updated_time,
      launch_role_arn, owner, requester, requester_arn, source_ip, user_agent, error_code, error_message)
    select r.event_id, r.event_time, r.event_name, r.event_version, r.kind, r.account, r.region, r.provisioned_product_id,
      r.provisioned_product_id, r.provisioned_product_name, r.provisioned_product_type, r.product_id, r.product_name, r.provisioning_artifact_id,
      r.provisioning_artifact_name, r.path_id, r.record_id, r.record_type, r.record_errors, r.record_tags, r.status, r.created_time, r.updated_time,
      r.launch_role_arn, r.owner, r.requester, r.requester_arn, r.source_ip, r.user_agent, r.error_code, r.error_message
    from unnest(incoming) r
    on conflict (event_id) do nothing
    returning event_id
  )
  select array_agg(i.event_id) into fresh from inserted i;
  if fresh is null then
    return 0;
  end if;

  perform load.name_products(fresh);
  perform load.refresh_products(fresh);
  return cardinality(fresh);
end
$$;

-- Calls that tell a product's name only: it is the product that bore the name then. A name is free again once its product is
-- terminated, hence "then": the latest one before the call, else one that is first heard of after it in a call on an existing product.
create function load.name_products(fresh uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  update public.service_catalog_events stored
  set product_key = named.product_key
  from (
    select e.event_id, coalesce(earlier.provisioned_product_id,
      case when later.kind <> 'provision' then later.provisioned_product_id end, 'name:' || e.provisioned_product_name) as product_key
    from public.service_catalog_events e
    left join lateral (
      select k.provisioned_product_id
      from public.service_catalog_events k
      where k.account = e.account and k.region = e.region and k.provisioned_product_name = e.provisioned_product_name
        and k.provisioned_product_id is not null and k.error_code is null
        and (k.event_time, k.rank, k.event_id) < (e.event_time, e.rank, e.event_id)
      order by k.event_time desc, k.rank desc, k.event_id desc
      limit 1
    ) earlier on e.kind <> 'provision'
    left join lateral (
      select k.provisioned_product_id, k.kind
      from public.service_catalog_events k
      where k.account = e.account and k.region = e.region and k.provisioned_product_name = e.provisioned_product_name
        and k.provisioned_product_id is not null and k.error_code is null
        and (k.event_time, k.rank, k.event_id) > (e.event_time, e.rank, e.event_id)
      order by k.event_time, k.rank, k.event_id
      limit 1
    ) later on true
    where e.provisioned_product_id is null
      -- A product that could not be provisioned is none.
      and (e.kind <> 'provision' or e.error_code is null)
      and (e.account, e.region, e.provisioned_product_name) in (
        select f.account, f.region, f.provisioned_product_name
        from public.service_catalog_events f
        where f.event_id = any (fresh))
  ) named
  where stored.event_id = named.event_id and stored.product_key is distinct from named.product_key;
end
$$;

-- The state of a product: the latest that its successful calls tell. It exists until the last of its terminations, and again if a
-- later call was accepted (a termination may fail after it was accepted). Ids are never used again, so only a name comes back by provisioning.
-- Each look at the history is by a whole key. Left to itself, a planner without statistics of a table that has just been filled takes
-- everything here for tiny, and joins row by row.
create function load.refresh_products(fresh uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  with named as materialized (
    select distinct e.account, e.region, e.provisioned_product_name
    from public.service_catalog_events e
    where e.event_id = any (fresh)
  ), touched as materialized (
    select e.account, e.region, e.product_key
    from public.service_catalog_events e
    where e.event_id = any (fresh) and e.product_key is not null
    union
    select n.account, n.region, e.product_key
    from named n
    cross join lateral (
      select o.product_key
      from public.service_catalog_events o
      where o.account = n.account and o.region = n.region and o.provisioned_product_name = n.provisioned_product_name
      offset 0
    ) e
    where e.product_key is not null
    union
    select n.account, n.region, 'name:' || n.provisioned_product_name
    from named n
    where n.provisioned_product_name is not null
  ), numbered as (
    select e.*, row_number() over life as position
    from touched t
    cross join lateral (
      select o.*
      from public.service_catalog_events o
      where o.account = t.account and o.region = t.region and o.product_key = t.product_key and o.error_code is null
      offset 0
    ) e
    window life as (partition by e.account, e.region, e.product_key order by e.event_time, e.rank, e.event_id)
  ), history as (
    select n.*, n.provisioned_product_id is null and n.product_key like 'name:%' as is_name,
      coalesce(max(n.position) filter (where n.kind = 'terminate') over (partition by n.account, n.region, n.product_key), 0) as ended
    from numbered n
  ), state as materialized (
    select h.account, h.region, h.product_key,
      (array_agg(h.provisioned_product_id order by h.position desc) filter (where h.provisioned_product_id is not null))[1] as provisioned_product_id,
      (array_agg(h.provisioned_product_name order by h.position desc) filter (where h.provisioned_product_name is not null))[1] as provisioned_product_name,
      (array_agg(h.provisioned_product_type order by h.position desc) filter (where h.provisioned_product_type is not null))[1] as provisioned_product_type,
      (array_agg(h.product_id order by h.position desc) filter (where h.product_id is not null))[1] as product_id,
      (array_agg(h.product_name order by h.position desc) filter (where h.product_name is not null))[1] as product_name,
      (array_agg(h.provisioning_artifact_id order by h.position desc) filter (where h.provisioning_artifact_id is not null))[1] as provisioning_artifact_id,
      -- A call that tells the version's id alone must not keep the former version's name.
      (array_agg(h.provisioning_artifact_name order by h.position desc)
        filter (where h.provisioning_artifact_name is not null or h.provisioning_artifact_id is not null))[1] as provisioning_artifact_name,
      (array_agg(h.path_id order by h.position desc) filter (where h.path_id is not null))[1] as path_id,
      (array_agg(h.record_id order by h.position desc) filter (where h.record_id is not null))[1] as record_id,
      (array_agg(h.record_type order by h.position desc) filter (where h.record_type is not null))[1] as record_type,
      (array_agg(h.record_errors order by h.position desc) filter (where h.record_errors is not null))[1] as record_errors,
      (array_agg(h.record_tags order by h.position desc) filter (where h.record_tags is not null))[1] as record_tags,
      (array_agg(h.status order by h.position desc) filter (where h.status is not null))[1] as status,
      (array_agg(coalesce(h.created_time, h.event_time) order by h.position) filter (where h.kind = 'provision'))[1] as created_time,
      (array_agg(coalesce(h.updated_time, h.event_time) order by h.position desc))[1] as updated_time,
      (array_agg(h.launch_role_arn order by h.position desc) filter (where h.launch_role_arn is not null))[1] as launch_role_arn,
      coalesce(
        (array_agg(h.owner order by h.position desc) filter (where h.owner is not null))[1],
        (array_agg(h.requester_arn order by h.position) filter (where h.kind = 'provision'))[1]) as owner,
      (array_agg(h.requester order by h.kind <> 'provision', h.position))[1] as requester,
      (array_agg(h.requester_arn order by h.kind <> 'provision', h.position))[1] as requester_arn,
      (array_agg(h.requester order by h.position desc))[1] as last_requester,
      (array_agg(h.event_id order by h.position desc))[1] as event_id,
      max(h.event_time) as event_time,
      min(h.event_time) as first_event_time
    from history h
    where h.position > h.ended or not h.is_name
    group by h.account, h.region, h.product_key
    having bool_or(h.position > h.ended and (h.ended = 0 or h.kind <> 'provision' or h.is_name))
  ), gone as (
    delete from public.service_catalog_products p
    using (
      select t.account, t.region, t.product_key from touched t
      except
      select s.account, s.region, s.product_key from state s
    ) ended
    where p.account = ended.account and p.region = ended.region and p.product_key = ended.product_key
  )
  insert into public.service_catalog_products as p (account, region, product_key, provisioned_product_id, provisioned_product_name,
    provisioned_product_type, product_id, product_name, provisioning_artifact_id, provisioning_artifact_name, path_id, record_id, record_type,
    record_errors, record_tags, status, created_time, updated_time, launch_role_arn, owner, requester, requester_arn, last_requester,
    event_id, event_time, first_event_time)
  select s.* from state s
  on conflict (account, region, product_key) do update
  set (provisioned_product_id, provisioned_product_name, provisioned_product_type, product_id, product_name, provisioning_artifact_id,
      provisioning_artifact_name, path_id, record_id, record_type, record_errors, record_tags, status, created_time, updated_time,
      launch_role_arn, owner, requester, requester_arn, last_requester, event_id, event_time, first_event_time, row_updated_at)
    = (excluded.provisioned_product_id, excluded.provisioned_product_name, excluded.provisioned_product_type, excluded.product_id,
      excluded.product_name, excluded.provisioning_artifact_id, excluded.provisioning_artifact_name, excluded.path_id, excluded.record_id,
      excluded.record_type, excluded.record_errors, excluded.record_tags, excluded.status, excluded.created_time, excluded.updated_time,
      excluded.launch_role_arn, excluded.owner, excluded.requester, excluded.requester_arn, excluded.last_requester, excluded.event_id,
      excluded.event_time, excluded.first_event_time, now())
  where (p.provisioned_product_id, p.provisioned_product_name, p.provisioned_product_type, p.product_id, p.product_name,
      p.provisioning_artifact_id, p.provisioning_artifact_name, p.path_id, p.record_id, p.record_type, p.record_errors, p.record_tags, p.status,
      p.created_time, p.updated_time, p.launch_role_arn, p.owner, p.requester, p.requester_arn, p.last_requester, p.event_id, p.event_time,
      p.first_event_time)
    is distinct from
      (excluded.provisioned_product_id, excluded.provisioned_product_name, excluded.provisioned_product_type, excluded.product_id,
      excluded.product_name, excluded.provisioning_artifact_id, excluded.provisioning_artifact_name, excluded.path_id, excluded.record_id,
      excluded.record_type, excluded.record_errors, excluded.record_tags, excluded.status, excluded.created_time, excluded.updated_time,
      excluded.launch_role_arn, excluded.owner, excluded.requester, excluded.requester_arn, excluded.last_requester, excluded.event_id,
      excluded.event_time, excluded.first_event_time);
end
$$;
