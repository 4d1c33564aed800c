-- For each target (load.targets) functions are written once, at migration, from the table's natural key and the columns
-- of its source function, so that all tables keep the same rules:
--   load.merge_<table>(rows, parent)   rows of a chunk → inserted, updated where different, noted as listed
--   load.add_<table>(rows, parent)     the same where no document has listed any of them before, which is most of a first load;
--                                      false where one was there, null where what they belong to is not
--   load.settle_<table>()              after the last chunk: rows that the newest snapshot no longer lists
--
-- A row's values come from the newest snapshot that lists it. listed_until is null while the newest snapshot of its
-- collection lists it, else the instant of the last one that did: so an unchanged row is never rewritten, and yet the
-- instant of its last listing is always known.
create function load.compile(in_relation text) returns void language plpgsql as $compile$
declare
  target record;
  rows_type text;
  source regprocedure;
  columns text[];
  key_columns text[];
  has_account boolean;
  in_collection boolean;
  touched text;
  same_key text;
begin
  select * into strict target from load.targets() t where t.relation = in_relation;
  rows_type := case when to_regtype(format('load.%I', target.source || '_row')) is null then 'json' else 'text[]' end;
  source := format('load.%I(%s,json,text)', target.source, rows_type)::regprocedure;
  select array_agg(a.name order by a.position) into columns
  from pg_proc p, unnest(p.proargnames, p.proargmodes) with ordinality a (name, mode, position)
  where p.oid = source and a.mode = 't' and a.name not in ('ordinal', 'fact_region', 'collector', 'period');
  select coalesce(array_agg(a.attname::text order by k.position), '{}') into key_columns
  from pg_constraint c, unnest(c.conkey) with ordinality k (attnum, position), pg_attribute a
  where c.conrelid = format('public.%I', in_relation)::regclass and c.conname = in_relation || '_natural_key'
    and a.attrelid = c.conrelid and a.attnum = k.attnum and a.attname <> 'collection_id';
  in_collection := exists (
    select from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.conrelid = format('public.%I', in_relation)::regclass and c.conname = in_relation || '_natural_key' and a.attname = 'collection_id');
  has_account := exists (select from pg_attribute where attrelid = format('public.%I', in_relation)::regclass and attname = 'account_id' and not attisdropped);
  select a.attname into touched from pg_attribute a
  where a.attrelid = format('public.%I', in_relation)::regclass and a.attname in ('row_updated_at', 'updated_at') and not a.attname = any (columns)
  order by a.attname limit 1;
  -- A child's key begins with its parent instead of its collection: the parent is of one collection only.
  select string_agg(k.condition, ' and ' order by k.turn) into same_key
  from (
    select 0 as turn, 'o.collection_id = e.collection_id' as condition where in_collection
    union all
    select k.turn, format('o.%1$I = i.%1$I', k.name) from unnest(key_columns) with ordinality k (name, turn)
  ) k;

  execute format($function$
create or replace function load.merge_%1$s(rows %14$s, parent json) returns void language plpgsql set enable_seqscan = off as $merge$
<<this>>
declare
  -- Once for all rows: looking up what a load knows takes longer than to insert into an index.
  account_id constant bigint not null := load.account_id();
  region constant text not null := load.region();
  observed_at constant timestamptz not null := load.observed_at();
  is_added boolean;
begin
  is_added := load.add_%1$s(rows, parent);
  if is_added then
    return;
  end if;
  %15$s
  with incoming as materialized (
    select distinct on (%3$s) i.* from load.%2$I(rows, parent, this.region) i order by %3$s, i.ordinal desc
  ), entered as materialized (
    select c.*, e.collection_id, e.newest, e.fresh
    from (select distinct fact_region, collector, period from incoming) c
    cross join lateral load.enter_collection(%4$L, %1$L, c.fact_region, c.collector, c.period) e
  ), matched as materialized (
    select i.*, e.collection_id, e.newest, e.fresh, (t.stored).id, t.stored,
      e.newest or coalesce(this.observed_at >= (t.stored).listed_until, false) as wins,
      case when e.newest then null else this.observed_at end as new_listed_until,
      (%5$s) is distinct from (%6$s) as differs
    from incoming i
    join entered e on e.fact_region = i.fact_region and e.collector = i.collector and e.period is not distinct from i.period
    -- One look by the whole key for each row: left to itself, the planner takes a table it has no statistics of for tiny, and may
    -- read all of it (hence no sequential scans here), or look by the first column alone and sift the rest. Either grows with the
    -- square of the rows.
    left join lateral (select o as stored from public.%1$I o where %7$s limit 1) t on true
  ), changed as (
    -- An upsert finds its row by the key it is given. An update would join the table, and a planner without statistics of a table
    -- that has just been filled joins row by row.
    insert into public.%1$I as t (id, %8$s, collection_id, %11$s first_seen_at, listed_until, removed_at)
    select m.id, %10$s, m.collection_id, %12$s least((m.stored).first_seen_at, this.observed_at), m.new_listed_until,
      case when not m.newest then load.missed_since(m.collection_id, m.new_listed_until) end
    from matched m
    where m.id is not null and m.wins
      and (m.differs or (m.stored).listed_until is distinct from m.new_listed_until or (m.stored).first_seen_at > this.observed_at
        or (m.newest and (m.stored).removed_at is not null))
    on conflict (id) do update
    set (%8$s, first_seen_at, listed_until, removed_at, %9$I)
      = (%13$s, excluded.first_seen_at, excluded.listed_until, excluded.removed_at, now())
    returning 1
  ), seen_earlier as (
    insert into public.%1$I as t
    select (m.stored).*
    from matched m
    where m.id is not null and not m.wins and (m.stored).first_seen_at > this.observed_at
    on conflict (id) do update set first_seen_at = this.observed_at
    returning 1
  ), added as (
    insert into public.%1$I (%8$s, collection_id, %11$s first_seen_at, listed_until, removed_at)
    select %10$s, m.collection_id, %12$s this.observed_at, m.new_listed_until,
      case when not m.newest then load.missed_since(m.collection_id, this.observed_at) end
    from matched m
    where m.id is null
    returning id, collection_id
  ), listed as (
    -- What was known by its name alone (load.prepare_nodes) is as good as added.
    select m.id, m.fresh, (m.stored).first_seen_at = 'infinity' as is_added from matched m where m.id is not null
    union all
    select a.id, e.fresh, true from added a join (select distinct e.collection_id, e.fresh from entered e) e on e.collection_id = a.collection_id
  )
  insert into pg_temp.load_rows (section, relation, are_added, rows, ids)
  select %4$L, %1$L, l.is_added, count(*), case when not l.fresh then array_agg(l.id) end
  from listed l
  -- Of a fresh collection, what is there already is of this load, and was noted when it was added.
  where l.is_added or not l.fresh
  group by l.is_added, l.fresh;
end
$merge$
$function$,
    target.relation, target.source,
    (select string_agg(format('i.%I', c), ', ') from unnest(array['fact_region', 'collector', 'period'] || key_columns) c),
    target.section,
    (select string_agg(format('(t.stored).%I', c), ', ') from unnest(columns) c),
    (select string_agg(format('i.%I', c), ', ') from unnest(columns) c),
    same_key,
    (select string_agg(format('%I', c), ', ') from unnest(columns) c),
    touched,
    (select string_agg(format('m.%I', c), ', ') from unnest(columns) c),
    case when has_account then 'account_id,' else '' end,
    case when has_account then 'this.account_id,' else '' end,
    (select string_agg(format('excluded.%I', c), ', ') from unnest(columns) c),
    rows_type,
    case when to_regprocedure(format('load.%I(%s,json)', 'prepare_' || in_relation, rows_type)) is not null
      then format('perform load.%I(rows, parent); if is_added is null and load.%I(rows, parent) then return; end if;', 'prepare_' || in_relation, 'add_' || in_relation)
      else '' end);

  execute format($function$
create or replace function load.add_%1$s(rows %2$s, parent json) returns boolean language plpgsql set enable_seqscan = off as $add$
<<this>>
declare
  account_id constant bigint not null := load.account_id();
  region constant text not null := load.region();
  observed_at constant timestamptz not null := load.observed_at();
  collections bigint[];
  are_fresh boolean;
  added int;
begin
  if exists (select from pg_temp.load_entered e where e.relation = %1$L)
    and not exists (select from pg_temp.load_entered e where e.relation = %1$L and e.newest and e.previous_at is null) then
    return false;
  end if;
  select array_agg(e.collection_id), bool_and(e.fresh) into collections, are_fresh
  from (select distinct i.fact_region, i.collector, i.period from load.%5$I(rows, parent, this.region) i) c
  cross join lateral load.enter_collection(%6$L, %1$L, c.fact_region, c.collector, c.period) e;
  if not are_fresh then
    return false;
  end if;
  if cardinality(collections) > 1 then
    with fresh as materialized (
      select c.id, c.region, c.collector, c.period from public.collections c where c.id = any (this.collections)
    )
    insert into public.%1$I (%3$s)
    select %4$s, f.id
    from load.%5$I(rows, parent, this.region) i
    join fresh f on f.region = i.fact_region and f.collector = i.collector and f.period is not distinct from i.period;
  else
    insert into public.%1$I (%3$s)
    select %4$s, this.collections[1]
    from load.%5$I(rows, parent, this.region) i;
  end if;
  get diagnostics added = row_count;
  insert into pg_temp.load_rows (section, relation, are_added, rows) values (%6$L, %1$L, true, added);
  return true;
exception
  when not_null_violation then return null;
  -- One of them was there, or is among them twice: all of them are compared then.
  when unique_violation then return false;
end
$add$
$function$,
    target.relation, rows_type,
    (select string_agg(format('%I', c), ', ') from unnest(columns) c) || case when has_account then ', account_id' else '' end || ', first_seen_at, collection_id',
    (select string_agg(format('i.%I', c), ', ') from unnest(columns) c) || case when has_account then ', this.account_id' else '' end || ', this.observed_at',
    target.source, target.section);

  execute format($function$
create or replace function load.settle_%1$s() returns void language plpgsql as $settle$
begin
  if exists (select from pg_temp.load_entered e where e.relation = %1$L and e.newest and e.previous_at is not null) then
    update public.%1$I t set listed_until = e.previous_at, %2$I = now()
    from pg_temp.load_entered e
    where e.relation = %1$L and e.newest and e.previous_at is not null and t.collection_id = e.collection_id and t.listed_until is null
      -- NOT IN, as it is answered by one hash table, whatever the planner takes the size of a fresh temporary table for.
      and t.id not in (select i from pg_temp.load_rows l, unnest(l.ids) i where l.relation = %1$L);
  end if;
  update public.%1$I t set removed_at = load.observed_at(), %2$I = now()
  from (
    select distinct e.collection_id
    from pg_temp.load_entered e
    join public.collections c on c.id = e.collection_id
    join public.coverage v on v.snapshot_id = load.snapshot_id() and v.collector = c.collector and v.region = c.region
    where e.relation = %1$L and v.enumerated and c.period is null
  ) e
  where t.collection_id = e.collection_id and t.listed_until < load.observed_at()
    and (t.removed_at is null or t.removed_at > load.observed_at());
end
$settle$
$function$, target.relation, touched);
end
$compile$;
