-- Writes down what watched columns said before (sql/schema/0019_changes.sql), in the transaction that changes them. Triggers look at statements that update;
-- a row that is added, and a load in which nothing differs, cost nothing.

-- How the rows of a table are named to a person: its natural key without the collection, save where that is an id.
create function load.key_expression(in_relation text) returns text language sql stable as $$
  select coalesce(
    (
      select named.expression
      from (
        values
          ('accounts', 'r.account_id'),
          ('product_accounts', '(select p.name from public.products p where p.id = r.product_id)'),
          ('inventory_applications', 'concat_ws('' / '', (select i.instance_id from public.inventory_instances i where i.id = r.instance_id), r.name, r.version, r.publisher, r.architecture)'),
          ('inventory_patches', 'concat_ws('' / '', (select i.instance_id from public.inventory_instances i where i.id = r.instance_id), r.title)')
      ) named (relation, expression)
      where named.relation = in_relation
    ),
    (
      select case when count(*) = 1 then min(format('r.%I', a.attname)) else format('concat_ws('' / '', %s)', string_agg(format('r.%I', a.attname), ', ' order by k.position)) end
      from pg_constraint c, unnest(c.conkey) with ordinality k (attnum, position), pg_attribute a
      where c.conrelid = format('public.%I', in_relation)::regclass and c.conname = in_relation || '_natural_key'
        and a.attrelid = c.conrelid and a.attnum = k.attnum and a.attname <> 'collection_id'
    ))
$$;

-- What a watched column says. A table's size in DynamoDB grows by itself; a volume's is somebody's decision.
create function load.watched_expression(in_relation text, in_column text, ignored text[], row_name text) returns text language sql stable as $$
  select case
    when in_relation = 'service_resources' and in_column = 'size_gb' then format('case when %1$I.service_name <> ''DynamoDB'' then %1$I.size_gb end', row_name)
    when cardinality(ignored) > 0 then format('%I.%I - %L::text[]', row_name, in_column, ignored)
    else format('%I.%I', row_name, in_column)
  end
$$;

-- Members of a JSON value by their names: an object's, or those of AWS's lists of Key and Value (tags). Anything else has none.
create function load.named_members(value jsonb) returns jsonb language sql immutable as $$
  select case
    when jsonb_typeof(value) = 'object' then value
    when jsonb_typeof(value) = 'array' and not value @? '$[*] ? (@.type() != "object" || !exists(@.Key))'
      then (select coalesce(jsonb_object_agg(tag.value ->> 'Key', tag.value -> 'Value'), '{}') from jsonb_array_elements(value) tag)
  end
$$;

-- What differs between two values of a JSON column: of values with named members those that do, else the whole.
create function load.differences(column_name text, value jsonb, other jsonb) returns table (name text, old text, new text) language plpgsql immutable as $$
declare
  members constant jsonb := load.named_members(value);
  others constant jsonb := load.named_members(other);
begin
  if members is null or others is null then
    return query select column_name, value #>> '{}', other #>> '{}';
  else
    return query
    select column_name || '.' || m.name, members ->> m.name, others ->> m.name
    from jsonb_object_keys(members || others) m (name)
    where members -> m.name is distinct from others -> m.name;
  end if;
end
$$;

-- Which document changes a row now: none, if somebody does it by hand.
create function load.noted_snapshot() returns bigint language sql stable as $$ select nullif(current_setting('load.snapshot_id', true), '')::bigint $$;

create function load.noted_at() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('load.observed_at', true), '')::timestamptz, now())
$$;

-- The first document of an account: there is no row before it.
create function load.note_account(account bigint, snapshot bigint, observed_at timestamptz) returns void language sql as $$
  insert into public.row_changes (account_id, relation, row_id, snapshot_id, at, kind, region, key)
  select a.id, 'accounts', a.id, snapshot, note_account.observed_at, 'appeared', 'Global', a.account_id
  from public.accounts a
  where a.id = account and exists (select from public.history_settings s where s.relation = 'accounts' and s.keep_days is not null)
$$;

-- Writes for a table of history_settings:
--   load.note_<table>()        a trigger: which watched columns an update changed, and which rows are gone or have come back
--   load.note_added_<table>()  after a table's last chunk: rows that the newest document of a collection was the first to list
-- A row's values are those of the newest document that lists it, so this is the history of those: a late, older document updates no
-- values and changes nothing here. A row that a document lists twice has one change, of the first value into the last.
create function load.watch(in_relation text) returns void language plpgsql as $compile$
declare
  setting public.history_settings;
  watched record;
  is_account constant boolean := in_relation = 'accounts';
  key_of constant text := load.key_expression(in_relation);
  label_of text := 'null::text';
begin
  if exists (select from pg_trigger t where t.tgrelid = format('public.%I', in_relation)::regclass and t.tgname = 'note_changes') then
    execute format('drop trigger note_changes on public.%I', in_relation);
  end if;
  execute format('drop function if exists load.note_added_%s()', in_relation);
  select * into setting from public.history_settings s where s.relation = in_relation;
  if setting.keep_days is null then
    return;
  end if;
  if setting.label_column is not null then
    label_of := format('left(r.%I, 300)', setting.label_column);
  end if;
  select
    coalesce(string_agg(format('%s is distinct from %s', before.value, after.value), ' or ' order by w.column_name), 'false') as differ,
    coalesce(string_agg(format(
      case when a.atttypid = 'jsonb'::regtype
        then 'select ''changed'', null::timestamptz, v.name, v.old, v.new from load.differences(%L, %s, %s) v where %2$s is distinct from %3$s'
        else 'select ''changed'', null::timestamptz, %L, %s::text, %s::text where %2$s is distinct from %3$s' end,
      w.column_name, before.value, after.value), ' union all ' order by w.column_name), 'select null, null::timestamptz, null, null, null where false') as changes
  into watched
  from public.watched_columns w
  join pg_attribute a on a.attrelid = format('public.%I', in_relation)::regclass and a.attname = w.column_name
  cross join lateral (select load.watched_expression(in_relation, w.column_name, w.ignored_members, 'o') as value) before
  cross join lateral (select load.watched_expression(in_relation, w.column_name, w.ignored_members, 'r') as value) after
  where w.relation = in_relation and w.is_watched;

  execute format($function$
create or replace function load.note_%1$s() returns trigger language plpgsql set enable_nestloop = off set jit = off as $note$
begin
  if not exists (select from gone) then
    return null;
  end if;
  insert into public.row_changes as known (account_id, relation, row_id, snapshot_id, at, kind, region, key, label, column_name, old, new)
  select %2$s, %1$L, r.id, load.noted_snapshot(), coalesce(v.at, load.noted_at()), v.kind, %3$s, %4$s, %5$s, v.name, v.old, v.new
  from gone o join added r on r.id = o.id %6$s
  cross join lateral (%10$s %11$s) v (kind, at, name, old, new)
  -- What was known by its name alone, or was added by this very document, has said nothing before.
  where %7$s and (%8$s %9$s)
  on conflict (row_id, snapshot_id, relation, column_name, kind) do update set new = excluded.new, label = excluded.label;
  return null;
end
$note$
$function$,
    in_relation,
    case when is_account then 'r.id' else 'c.account_id' end, case when is_account then '''Global''' else 'c.region' end, key_of, label_of,
    case when is_account then '' else 'join public.collections c on c.id = r.collection_id' end,
    case when is_account then 'o.created_at <> now()' else 'o.first_seen_at < load.noted_at()' end,
    watched.differ,
    case when is_account then '' else 'or o.removed_at is distinct from r.removed_at' end,
    watched.changes,
    -- An earlier end of an absence that is known is no other one.
    case when is_account then '' else $life$
    union all
    select 'returned', null, '', null, null
    where load.noted_at() > o.removed_at and (r.removed_at is null or r.removed_at > o.removed_at)
    union all
    select 'disappeared', r.removed_at, '', null, null
    where o.removed_at is null and r.removed_at is not null or r.removed_at > o.removed_at and load.noted_at() > o.removed_at
    $life$ end);
  execute format(
    'create trigger note_changes after update on public.%I referencing old table as gone new table as added for each statement execute function load.note_%s()',
    in_relation, in_relation);

  if not is_account then
    execute format($function$
create function load.note_added_%1$s() returns void language plpgsql as $note$
begin
  -- What the first document of a collection lists may have been there long before.
  if exists (select from pg_temp.load_entered e where e.relation = %1$L and e.newest and e.previous_at is not null) then
    insert into public.row_changes (account_id, relation, row_id, snapshot_id, at, kind, region, key, label)
    select c.account_id, %1$L, r.id, load.snapshot_id(), load.observed_at(), 'appeared', c.region, %2$s, %3$s
    from pg_temp.load_rows a
    cross join unnest(a.ids) i
    join public.%1$I r on r.id = i
    join pg_temp.load_entered e on e.relation = %1$L and e.collection_id = r.collection_id and e.newest and e.previous_at is not null
    join public.collections c on c.id = r.collection_id
    where a.relation = %1$L and a.are_added;
  end if;
end
$note$
$function$,
      in_relation, key_of, label_of);
  end if;
end
$compile$;

-- Whoever edits what is watched has it watched from then on, and what is to have no history has none.
create function load.watch_all() returns trigger language plpgsql as $$
begin
  perform load.watch(s.relation) from public.history_settings s order by s.relation;
  delete from public.row_changes c using public.history_settings s where s.relation = c.relation and s.keep_days is null;
  return null;
end
$$;

create trigger watch_all after insert or update or delete on public.history_settings for each statement execute function load.watch_all();

create trigger watch_all after insert or update or delete on public.watched_columns for each statement execute function load.watch_all();

create function load.forget_changes() returns trigger language plpgsql as $$
begin
  delete from public.row_changes c where c.account_id in (select g.id from gone g);
  return null;
end
$$;

create trigger forget_changes after delete on public.accounts referencing old table as gone for each statement execute function load.forget_changes();

-- Forgets what is older than its table's history is to be, the oldest first. Returns how many rows that was; at_most: there may be more.
create function load.prune_changes(at_most int) returns bigint language sql as $$
  with outdated as materialized (
    select c.ctid as place
    from public.row_changes c
    join public.history_settings s on s.relation = c.relation
    where c.at < (select now() - make_interval(days => min(k.keep_days)) from public.history_settings k) and c.at < now() - make_interval(days => s.keep_days)
    order by c.at
    limit at_most
    -- Two at once take different rows.
    for update of c skip locked
  ), forgotten as (
    delete from public.row_changes c using outdated o where c.ctid = o.place returning 1
  )
  select count(*) from forgotten
$$;
