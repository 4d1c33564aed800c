-- An asset's state is a function of three sets, whatever order they grow in: its events (asset_events), the newest answer of its own
-- account (asset_descriptions) and the newest snapshot that lists it (service_resources, coverage). Each of them is an observation
-- with a time; for each fact and each tag the newest observation counts.

-- Kinds of assets, and what snapshots call them. A kind is its collector's name.
create function load.asset_kinds() returns table (kind text, service_name text, resource_type text) language sql immutable as $$
  values ('ec2.instance', 'EC2', 'Instance'), ('ebs.volume', 'EBS', 'Volume'), ('rds.dbinstance', 'RDS', 'DBInstance'),
    ('rds.dbcluster', 'RDS', 'DBCluster'), ('lambda.function', 'Lambda', 'Function')
$$;

-- What an ARN says, and the id under which a snapshot lists the asset.
create function load.asset_name(in_arn text) returns table (account text, region text, kind text, listed_id text)
language sql immutable rows 1 as $$
  select p[5], p[4],
    case
      when p[3] = 'ec2' and p[6] like 'instance/%' then 'ec2.instance'
      when p[3] = 'ec2' and p[6] like 'volume/%' then 'ebs.volume'
      when p[3] = 'rds' and p[6] = 'db' then 'rds.dbinstance'
      when p[3] = 'rds' and p[6] = 'cluster' then 'rds.dbcluster'
      when p[3] = 'lambda' and p[6] = 'function' then 'lambda.function'
    end,
    case p[3] when 'ec2' then split_part(p[6], '/', 2) when 'rds' then p[7] else in_arn end
  from string_to_array(in_arn, ':') p
$$;

create function load.asset_source(turn int) returns text language sql immutable as $$
  select case turn when 0 then 'snapshot' when 1 then 'event' when 2 then 'description' end
$$;

create function load.is_gone_state(state text) returns boolean language sql immutable as $$
  select coalesce(state in ('shutting-down', 'terminated', 'deleting', 'deleted'), false)
$$;

-- What the newest snapshot that lists an asset says about it.
create function load.listed_facts(r public.service_resources, kind text) returns jsonb language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'name', case when kind like 'rds.%' or kind = 'lambda.function' then r.resource_name end,
    -- A list of functions gives no state: what is listed can be invoked.
    'state', coalesce(r.state, case when kind = 'lambda.function' then 'Active' end),
    'class', case kind when 'ec2.instance' then r.instance_type when 'ebs.volume' then r.volume_type when 'lambda.function' then null else r.instance_class end,
    'vpc_id', nullif(r.vpc_id, ''), 'subnet_id', r.details -> 'subnet_id',
    'availability_zone', case when kind <> 'lambda.function' then nullif(r.availability_zone, '') end,
    'engine', case when kind like 'rds.%' then r.engine end, 'engine_version', r.details -> 'engine_version',
    'runtime', case when kind = 'lambda.function' then r.engine end,
    'size_gb', case when kind <> 'lambda.function' then r.size_gb end,
    -- Of an instance it would be its last start, of a function its last change.
    'created_at', case when kind not in ('ec2.instance', 'lambda.function') then r.creation_date end,
    'image_id', r.details -> 'image_id', 'private_ip', r.details -> 'private_ip', 'platform', r.details -> 'platform',
    'encrypted', r.details -> 'encrypted', 'iops', r.details -> 'iops', 'multi_az', case when kind like 'rds.%' then r.multi_az end,
    'deletion_protection', r.details -> 'deletion_protection', 'cluster', r.details -> 'cluster',
    'memory_mb', case when kind = 'lambda.function' then round(r.size_gb * 1024) end))
$$;

create function load.asset_owner(tags jsonb) returns table (owner text, team text, application text, lifecycle text, environment text)
language sql stable rows 1 as $$
  select max(m.value) filter (where m.member = 'owner'), max(m.value) filter (where m.member = 'team'),
    max(m.value) filter (where m.member = 'application'), max(m.value) filter (where m.member = 'lifecycle'),
    max(m.value) filter (where m.member = 'environment')
  from (
    select distinct on (k.member) k.member, t.value
    from jsonb_each_text(tags) t join public.asset_tag_keys k on k.tag_key = lower(t.key)
    where t.value <> ''
    order by k.member, k.turn, k.tag_key, t.key
  ) m
$$;

create function load.retag_assets() returns trigger language plpgsql as $$
begin
  update public.assets a
  set (owner, team, application, lifecycle, environment) = (o.owner, o.team, o.application, o.lifecycle, o.environment),
    version = a.version + 1, updated_at = now()
  from public.assets b cross join lateral load.asset_owner(b.tags) o
  where b.id = a.id
    and (a.owner, a.team, a.application, a.lifecycle, a.environment) is distinct from (o.owner, o.team, o.application, o.lifecycle, o.environment);
  return null;
end
$$;

create trigger retag_assets after insert or update or delete on public.asset_tag_keys
  for each statement execute function load.retag_assets();

-- Those who change an account's assets take turns, so that each sees all that was there before it.
create function load.lock_assets(accounts text[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('orglens/assets/' || a.account, 0))
  from (select distinct u.account from unnest(accounts) u (account) order by 1) a;
end
$$;

-- Objects laid over each other in order: for each member the last one counts.
create aggregate load.overlay (jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- Derives the assets of these ARNs anew and writes those that differ. Each look at what is known is by a whole key (offset 0 keeps it so):
-- left to itself, a planner without statistics of a table that has just been filled reads all of it.
-- The plan is made once for a session; what it takes for the number of names is a hundred, which is why they come as JSON.
create function load.derive_assets(arns text[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  with given as materialized (
    select distinct g.arn from json_array_elements_text(to_json(arns)) g (arn) where g.arn <> ''
  ), named as materialized (
    select n.arn, a.account, a.region, a.kind, a.listed_id
    from (
      select g.arn from given g
      union
      -- A database that was renamed has observations under its other names, too.
      select other.arn
      from given g
      cross join lateral (select distinct e.resource_id from public.asset_events e where e.arn = g.arn and e.kind like 'rds.%' offset 0) e
      cross join lateral (select o.arn from public.asset_events o where o.resource_id = e.resource_id and o.kind like 'rds.%' offset 0) other
      where g.arn like '%:rds:%'
    ) n
    cross join lateral load.asset_name(n.arn) a
  ), observed as materialized (
    select n.arn, n.account, n.region, n.kind, e.resource_id, e.event_time as at, e.event_time as since, 1 as turn, e.event_id::text as id, e.event_name,
      e.facts, e.tags, e.has_all_tags, case e.change when 'removed' then 'gone' when 'tagged' then null else 'here' end as presence, false as is_listed
    from named n
    cross join lateral (select o.* from public.asset_events o where o.arn = n.arn and o.error_code is null offset 0) e
    union all
    select n.arn, n.account, n.region, n.kind, nullif(d.resource_id, ''), d.described_at, d.described_at, 2, '', null,
      d.facts, coalesce(d.tags, '{}'), d.tags is not null, case when load.is_gone_state(d.facts ->> 'state') then 'gone' else 'here' end, false
    from named n
    cross join lateral (select o.* from public.asset_descriptions o where o.arn = n.arn and o.described_at is not null offset 0) d
    union all
    select n.arn, n.account, n.region, n.kind,
      case when n.kind like 'rds.%' then (l.r).details ->> 'resource_id' when n.kind = 'lambda.function' then n.arn else n.listed_id end,
      coalesce((l.r).listed_until, c.latest_observed_at), (l.r).first_seen_at, 0, '', null,
      load.listed_facts(l.r, n.kind), coalesce(public.listed_tags((l.r).tags), '{}'), coalesce(jsonb_typeof((l.r).tags) = 'array', false),
      case when load.is_gone_state((l.r).state) then 'gone' else 'here' end, (l.r).listed_until is null
    from named n
    join load.asset_kinds() k on k.kind = n.kind
    cross join lateral (select o.id from public.accounts o where o.account_id = n.account offset 0) a
    cross join lateral (
      select o.id, o.latest_observed_at from public.collections o
      where o.account_id = a.id and o.region = n.region and o.collector = n.kind and o.period is null
      offset 0
    ) c
    cross join lateral (
      select o as r from public.service_resources o
      where o.collection_id = c.id and o.service_name = k.service_name and o.resource_type = k.resource_type and o.resource_id = n.listed_id
      limit 1
    ) l
  ), lives as (
    -- A database's identifier is used again after it is deleted: one ARN, several databases.
    select o.arn, o.resource_id, min(o.at) as since, count(*) over (partition by o.arn) as lives
    from observed o
    where o.resource_id is not null and o.kind like 'rds.%'
    group by o.arn, o.resource_id
  ), owned as (
    -- What names a database by its ARN alone is about the one that lived then; before the first known one, about that.
    select distinct on (o.arn, o.at, o.turn, o.id) o.arn, o.at, o.turn, o.id, l.resource_id,
      case when l.lives > 1 and l.since <= o.at then greatest(o.since, l.since) else o.since end as since
    from observed o
    join lives l on l.arn = o.arn
    where o.resource_id is null
    order by o.arn, o.at, o.turn, o.id, l.since <= o.at desc, case when l.since <= o.at then o.at - l.since else l.since - o.at end, l.resource_id
  ), known as materialized (
    select o.kind, o.account, o.region, coalesce(o.resource_id, w.resource_id, o.arn) as resource_id, o.arn, o.at, coalesce(w.since, o.since) as since,
      o.turn, o.id, o.event_name, o.facts, o.tags, o.has_all_tags, o.presence, o.is_listed,
      max(o.at) filter (where o.presence = 'here') over asset as here_at,
      max(o.at) filter (where o.has_all_tags) over asset as all_tags_at
    from observed o
    left join owned w on w.arn = o.arn and w.at = o.at and w.turn = o.turn and w.id = o.id
    window asset as (partition by o.kind, o.account, o.region, coalesce(o.resource_id, w.resource_id, o.arn))
  ), summary as (
    select k.kind, k.account, k.region, k.resource_id,
      (array_agg(k.arn order by k.at desc, k.turn desc, k.id desc))[1] as arn,
      (array_agg(k.turn order by k.at desc, k.turn desc, k.id desc))[1] as newest_turn,
      min(k.since) as first_seen_at,
      (array_agg(k.id order by k.at desc, k.turn desc, k.id desc) filter (where k.turn = 1))[1]::uuid as last_event_id,
      (array_agg(k.event_name order by k.at desc, k.turn desc, k.id desc) filter (where k.turn = 1))[1] as last_event_name,
      max(k.at) filter (where k.turn = 1) as last_event_time,
      max(k.at) filter (where k.turn = 2) as described_at,
      max(k.at) filter (where k.turn = 0) as listed_at, bool_or(k.is_listed) as is_listed,
      -- At the same instant the end counts.
      min(k.at) filter (where k.presence = 'gone' and k.at >= coalesce(k.here_at, '-infinity')) as gone_at,
      (array_agg(k.turn order by k.at, k.turn) filter (where k.presence = 'gone' and k.at >= coalesce(k.here_at, '-infinity')))[1] as gone_turn,
      -- EC2 may list an instance some moments after it answered that it was made.
      max(case when k.turn = 1 then k.at + interval '5 minutes' else k.at end) filter (where k.presence is not null or k.here_at is null) as certain_at,
      load.overlay(k.facts order by k.at, k.turn, k.id) as facts,
      jsonb_strip_nulls(coalesce(load.overlay(k.tags order by k.at, k.has_all_tags desc, k.turn, k.id)
        filter (where k.at >= coalesce(k.all_tags_at, '-infinity')), '{}')) as tags
    from known k
    group by k.kind, k.account, k.region, k.resource_id
  ), ended as (
    select s.*, least(s.gone_at, m.missed_at) as removed_at,
      case when m.missed_at < coalesce(s.gone_at, 'infinity') then 0 else s.gone_turn end as removed_turn
    from summary s
    left join lateral (
      select min(v.observed_at) as missed_at
      from public.accounts a
      join public.coverage v on v.account_id = a.id and v.collector = s.kind and v.region = s.region
      where a.account_id = s.account and v.enumerated and v.observed_at > s.certain_at
    ) m on true
  ), derived as materialized (
    select e.account, e.region, e.kind, e.resource_id, e.arn, coalesce(e.facts ->> 'name', nullif(e.tags ->> 'Name', '')) as name,
      case when e.removed_at is null or load.is_gone_state(e.facts ->> 'state') then e.facts ->> 'state'
        when e.kind = 'ec2.instance' then 'terminated' else 'deleted' end as state,
      e.facts ->> 'class' as class, e.facts ->> 'vpc_id' as vpc_id, e.facts ->> 'subnet_id' as subnet_id,
      e.facts ->> 'availability_zone' as availability_zone, e.facts ->> 'engine' as engine, e.facts ->> 'engine_version' as engine_version,
      e.facts ->> 'runtime' as runtime, (e.facts ->> 'size_gb')::numeric as size_gb, e.tags, o.owner, o.team, o.application, o.lifecycle, o.environment,
      e.facts - '{name,state,class,vpc_id,subnet_id,availability_zone,engine,engine_version,runtime,size_gb,created_at}'::text[] as details,
      (e.facts ->> 'created_at')::timestamptz as created_at, e.first_seen_at, e.removed_at,
      case when e.removed_at is not null then load.asset_source(e.removed_turn) end as removed_by,
      e.last_event_id, e.last_event_name, e.last_event_time, d.status as describe_status, e.described_at, e.listed_at,
      load.asset_source(e.newest_turn) as source, e.newest_turn <> 0 and (e.removed_at is null or e.is_listed) as awaits_listing
    from ended e
    cross join lateral load.asset_owner(e.tags) o
    left join lateral (
      select d.status from public.asset_descriptions d
      where d.arn = e.arn and d.resource_id in (e.resource_id, '')
      order by d.attempted_at desc, d.resource_id desc limit 1
    ) d on true
  ), superseded as (
    -- A database that was known by its ARN alone is now known by its id.
    delete from public.assets a
    using named n cross join lateral (select o.id from public.assets o where o.arn = n.arn and o.resource_id = n.arn offset 0) unnamed
    where n.kind like 'rds.%' and a.id = unnamed.id
      and not exists (select from derived d where d.account = a.account and d.region = a.region and d.kind = a.kind and d.resource_id = a.resource_id)
  )
  insert into public.assets as t (account, region, kind, resource_id, arn, name, state, class, vpc_id, subnet_id, availability_zone, engine,
    engine_version, runtime, size_gb, tags, owner, team, application, lifecycle, environment, details, created_at, first_seen_at, removed_at,
    removed_by, last_event_id, last_event_name, last_event_time, describe_status, described_at, listed_at, source,
    awaits_listing)
  select d.* from derived d
  on conflict (account, region, kind, resource_id) do update
  set (arn, name, state, class, vpc_id, subnet_id, availability_zone, engine, engine_version, runtime, size_gb, tags, owner, team, application,
      lifecycle, environment, details, created_at, first_seen_at, removed_at, removed_by, last_event_id, last_event_name, last_event_time,
      describe_status, described_at, listed_at, source, awaits_listing)
    = (excluded.arn, excluded.name, excluded.state, excluded.class, excluded.vpc_id, excluded.subnet_id, excluded.availability_zone, excluded.engine,
      excluded.engine_version, excluded.runtime, excluded.size_gb, excluded.tags, excluded.owner, excluded.team, excluded.application,
      excluded.lifecycle, excluded.environment, excluded.details, excluded.created_at, excluded.first_seen_at, excluded.removed_at,
      excluded.removed_by, excluded.last_event_id, excluded.last_event_name, excluded.last_event_time, excluded.describe_status,
      excluded.described_at, excluded.listed_at, excluded.source, excluded.awaits_listing),
    version = t.version + case
      when (t.arn, t.name, t.state, t.class, t.vpc_id, t.subnet_id, t.availability_zone, t.engine, t.engine_version, t.runtime, t.size_gb,
        t.tags, t.owner, t.team, t.application, t.lifecycle, t.environment, t.details, t.created_at, t.removed_at)
        is distinct from (excluded.arn, excluded.name, excluded.state, excluded.class, excluded.vpc_id, excluded.subnet_id, excluded.availability_zone,
          excluded.engine, excluded.engine_version, excluded.runtime, excluded.size_gb, excluded.tags, excluded.owner, excluded.team,
          excluded.application, excluded.lifecycle, excluded.environment, excluded.details, excluded.created_at, excluded.removed_at) then 1
      else 0 end,
    updated_at = now()
  where (t.arn, t.name, t.state, t.class, t.vpc_id, t.subnet_id, t.availability_zone, t.engine, t.engine_version, t.runtime, t.size_gb,
      t.tags, t.owner, t.team, t.application, t.lifecycle, t.environment, t.details, t.created_at, t.removed_at,
      t.first_seen_at, t.removed_by, t.last_event_id, t.describe_status, t.described_at, t.listed_at, t.source, t.awaits_listing)
    is distinct from (excluded.arn, excluded.name, excluded.state, excluded.class, excluded.vpc_id, excluded.subnet_id, excluded.availability_zone,
      excluded.engine, excluded.engine_version, excluded.runtime, excluded.size_gb, excluded.tags, excluded.owner, excluded.team,
      excluded.application, excluded.lifecycle, excluded.environment, excluded.details, excluded.created_at, excluded.removed_at,
      excluded.first_seen_at, excluded.removed_by, excluded.last_event_id, excluded.describe_status, excluded.described_at, excluded.listed_at,
      excluded.source, excluded.awaits_listing);
end
$$;

-- A kind of assets in an account and Region has rows of its own from its first event on: until then view_assets shows what the newest
-- snapshot lists. So a first load writes nothing twice, and what no event speaks of costs nothing.

-- Takes the events of a batch and the answers that came for their assets. Events that are known change nothing, and assets of which nothing
-- new was heard are not derived again. rows: [{"events": [of one record], "descriptions": [of their assets]}].
create function load.apply_assets(rows json) returns void language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  incoming public.asset_events[];
  fresh text[];
  answered text[];
  touched text[];
begin
  perform set_config('TimeZone', 'UTC', true), set_config('work_mem', '64MB', true);
  incoming := array(
    select e from json_array_elements(rows) r cross join lateral json_populate_recordset(null::public.asset_events, r -> 'events') e);
  perform load.lock_assets(array(select distinct e.account from unnest(incoming) e));
  with inserted as (
    insert into public.asset_events (event_id, arn, kind, account, region, resource_id, event_time, event_name, change, error_code, requester,
      requester_name, invoked_by, source_ip, user_agent, facts, tags, has_all_tags)
    select e.event_id, e.arn, e.kind, e.account, e.region, e.resource_id, e.event_time, e.event_name, e.change, e.error_code, e.requester,
      e.requester_name, e.invoked_by, e.source_ip, e.user_agent, coalesce(e.facts, '{}'), coalesce(e.tags, '{}'), coalesce(e.has_all_tags, false)
    from unnest(incoming) e
    on conflict do nothing
    returning arn, error_code
  )
  select array_agg(distinct i.arn) into fresh from inserted i where i.error_code is null;
  with said as materialized (
    select distinct on (d.arn, coalesce(d.resource_id, '')) d.arn, coalesce(d.resource_id, '') as resource_id, d.attempted_at, d.status, d.facts, d.tags
    from json_array_elements(rows) r
    cross join lateral json_to_recordset(r -> 'descriptions') as d (arn text, resource_id text, attempted_at timestamptz, status text, facts jsonb, tags jsonb)
    order by d.arn, coalesce(d.resource_id, ''), d.attempted_at desc
  ), news as materialized (
    -- That it could again not be asked is no news.
    select s.arn
    from said s
    left join lateral (
      select d.resource_id, d.status from public.asset_descriptions d where d.arn = s.arn order by d.attempted_at desc, d.resource_id desc limit 1
    ) newest on true
    where s.facts is not null or (newest.resource_id, newest.status) is distinct from (s.resource_id, s.status)
  ), written as (
    insert into public.asset_descriptions as t (arn, resource_id, attempted_at, status, described_at, facts, tags)
    select s.arn, s.resource_id, s.attempted_at, s.status, case when s.facts is not null then s.attempted_at end, coalesce(s.facts, '{}'), s.tags
    from said s
    on conflict (arn, resource_id) do update
    set (attempted_at, status) = (excluded.attempted_at, excluded.status),
      (described_at, facts, tags) = (select n.* from (select excluded.described_at, excluded.facts, excluded.tags where excluded.described_at is not null
        union all select t.described_at, t.facts, t.tags where excluded.described_at is null) n)
    where t.attempted_at < excluded.attempted_at
  )
  select array_agg(n.arn) into answered from news n;
  with told as materialized (
    select n.arn, a.account, a.region, a.kind
    from (select unnest(fresh) union select unnest(answered)) n (arn)
    cross join lateral load.asset_name(n.arn) a
    where n.arn <> ''
  ), begun as materialized (
    select t.account, t.region, t.kind
    from (select distinct t.account, t.region, t.kind from told t) t
    where not exists (select from public.assets a where a.account = t.account and a.region = t.region and a.kind = t.kind)
  )
  select array_agg(n.arn) into touched
  from (
    select t.arn from told t
    union
    select public.listed_arn(b.kind, r.resource_id, b.account, b.region)
    from begun b
    join load.asset_kinds() k on k.kind = b.kind
    join public.accounts a on a.account_id = b.account
    join public.collections c on c.account_id = a.id and c.region = b.region and c.collector = b.kind and c.period is null
    join public.service_resources r on r.collection_id = c.id and r.service_name = k.service_name and r.resource_type = k.resource_type
    where r.removed_at is null
  ) n;
  if touched is not null then
    perform load.derive_assets(touched);
  end if;
end
$$;

-- What is to be told to others: assets that changed since they were last announced, first those of the batch, then some that were left.
create function load.unannounced_assets(arns json, at_most int) returns table (id bigint, version bigint, change json) language sql stable as $$
  select a.id, a.version, json_build_object(
    'change', case when a.removed_at is not null then 'removed' when a.announced_version = 0 then 'appeared' else 'changed' end,
    'version', a.version, 'kind', a.kind, 'account', a.account, 'region', a.region, 'resource_id', a.resource_id, 'arn', a.arn, 'name', a.name,
    'state', a.state, 'class', a.class, 'vpc_id', a.vpc_id, 'subnet_id', a.subnet_id, 'availability_zone', a.availability_zone,
    'engine', a.engine, 'engine_version', a.engine_version, 'runtime', a.runtime, 'size_gb', a.size_gb, 'tags', a.tags, 'owner', a.owner,
    'team', a.team, 'application', a.application, 'lifecycle', a.lifecycle, 'environment', a.environment, 'created_at', a.created_at,
    'removed_at', a.removed_at, 'last_event_id', a.last_event_id, 'last_event_name', a.last_event_name, 'last_event_time', a.last_event_time,
    'source', a.source)
  from (
    (select b.* from public.assets b where b.arn in (select json_array_elements_text(arns)) and b.version > b.announced_version order by b.id limit at_most)
    union
    (select b.* from public.assets b where b.version > b.announced_version order by b.id limit at_most)
  ) a
  order by a.id
$$;

-- Notes what was told. A change that came meanwhile stays to be told.
create function load.announced_assets(told json) returns void language sql as $$
  update public.assets a set announced_version = t.version
  from json_to_recordset(told) as t (id bigint, version bigint)
  where a.id = t.id and a.announced_version < t.version
$$;

-- Called at the close of a load: derives the assets that the snapshot says something new about, which are those that it lists
-- differently than before, and those of which something was heard after the listing before. A section that was carried on unchanged
-- has none of the former.
create function load.reconcile_assets() returns void language plpgsql as $$
declare
  said text[];
begin
  if not exists (
    select from public.collections c join load.asset_kinds() k on k.kind = c.collector
    where c.account_id = load.account_id()
      and (c.latest_snapshot_id = load.snapshot_id() or c.id in (select e.collection_id from pg_temp.load_entered e))
  ) then
    return;
  end if;
  perform load.lock_assets(array(select a.account_id from public.accounts a where a.id = load.account_id()));
  with entered as materialized (
    select c.id, a.account_id as account, c.region, c.collector as kind, k.service_name, k.resource_type, e.newest,
      not exists (select from public.assets s where s.account = a.account_id and s.region = c.region and s.kind = c.collector and s.listed_at is not null) as is_first
    from public.collections c
    join load.asset_kinds() k on k.kind = c.collector
    join public.accounts a on a.id = c.account_id
    left join (select e.collection_id, bool_or(e.newest) as newest from pg_temp.load_entered e group by e.collection_id) e on e.collection_id = c.id
    where c.account_id = load.account_id() and c.period is null and (c.latest_snapshot_id = load.snapshot_id() or e.collection_id is not null)
      and exists (select from public.assets s where s.account = a.account_id and s.region = c.region and s.kind = c.collector)
  )
  select array_agg(distinct s.arn) into said
  from (
    select public.listed_arn(e.kind, r.resource_id, e.account, e.region) as arn
    from entered e
    join public.service_resources r on r.collection_id = e.id and r.service_name = e.service_name and r.resource_type = e.resource_type
    where (e.newest is not null or e.is_first)
      and (r.updated_at = now() or e.is_first
        or not e.newest and r.id in (select i from pg_temp.load_rows l, unnest(l.ids) i where l.relation = 'service_resources'))
    union all
    select a.arn
    from entered e
    join public.assets a on a.account = e.account and a.region = e.region and a.kind = e.kind and a.awaits_listing
    union all
    -- A late snapshot may have missed them earlier.
    select a.arn
    from entered e
    join public.assets a on a.account = e.account and a.region = e.region and a.kind = e.kind
    where not e.newest and a.removed_by = 'snapshot' and a.removed_at > load.observed_at()
  ) s;
  if said is not null then
    perform load.derive_assets(said);
  end if;
end
$$;
