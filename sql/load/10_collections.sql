-- A collection is what one collector enumerates in one Region of an account (for costs and the like: for one period).
-- Its newest snapshot decides what is current; a late, older snapshot only fills in what no later one has said.

create function load.find_collection(in_region text, in_collector text, in_period date default null) returns bigint language sql stable as $$
  select c.id
  from public.collections c
  where c.account_id = load.account_id() and c.region = in_region and c.collector = in_collector and c.period is not distinct from in_period
$$;

-- An account's loads take turns (load.open), so between the look and the insert nobody else adds the collection.
create function load.find_or_add_collection(in_section text, in_region text, in_collector text, in_period date default null)
returns bigint language plpgsql as $$
declare
  found_id bigint := load.find_collection(in_region, in_collector, in_period);
begin
  if found_id is null then
    insert into public.collections (account_id, region, collector, period, section)
    values (load.account_id(), in_region, in_collector, in_period, in_section)
    returning id into found_id;
  end if;
  return found_id;
end
$$;

-- Notes that this load lists a collection in a table (relation; null: only its coverage speaks of it), or lists none of it
-- (in_listed false).
-- newest is false when a newer snapshot has been loaded into it before; snapshots of one instant are ordered by their
-- entity tags, and copies of one by their keys, so that any order of arrival ends alike. fresh: it is the first.
create function load.enter_collection(
  in_section text, in_relation text, in_region text, in_collector text, in_period date, in_listed boolean default true,
  out collection_id bigint, out newest boolean, out fresh boolean
) language plpgsql as $$
declare
  noted record;
begin
  collection_id := load.find_or_add_collection(in_section, in_region, in_collector, in_period);
  select e.newest, e.previous_at into noted from pg_temp.load_entered e
  where e.collection_id = enter_collection.collection_id and e.relation is not distinct from in_relation;
  if found then
    newest := noted.newest;
    fresh := noted.newest and noted.previous_at is null;
    return;
  end if;
  insert into pg_temp.load_entered (collection_id, relation, section, previous_at, is_listed, newest)
  select c.id, in_relation, in_section, c.latest_observed_at, in_listed,
    c.latest_observed_at is null or (load.observed_at(), load.etag(), load.key()) >= (c.latest_observed_at, coalesce(s.etag, ''), coalesce(s.key, ''))
  from public.collections c left join public.snapshots s on s.id = c.latest_snapshot_id
  where c.id = enter_collection.collection_id
  returning load_entered.newest, load_entered.newest and load_entered.previous_at is null into newest, fresh;
end
$$;

-- When a row last listed at an instant was first missed by a complete enumeration; null: never. What this load's own
-- enumeration misses is for load.settle_<table> to say, after the last row.
create function load.missed_since(in_collection bigint, last_listed timestamptz) returns timestamptz language sql stable as $$
  select min(v.observed_at)
  from public.collections c
  join public.coverage v on v.account_id = c.account_id and v.region = c.region and v.collector = c.collector
  where c.id = in_collection and c.period is null and v.enumerated and v.observed_at > last_listed
    and v.snapshot_id <> load.snapshot_id()
$$;
