select load.define_rows('inventory_instances', $$
  instance_id text, instance_type text, platform text, ip_address text, computer_name text, ping_status text, last_ping timestamptz,
  last_ping_date_time timestamptz, agent_version text, platform_type text, platform_version text, is_latest_version boolean,
  association_status text, association_execution_date timestamptz, association_success_date timestamptz, region text$$);

create function load.inventory_instances(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  instance_id text, instance_type text, platform text, ip_address text, computer_name text, ping_status text,
  last_ping_date_time timestamptz, agent_version text, platform_type text, platform_version text, is_latest_version boolean,
  association_status text, association_execution_date timestamptz, association_success_date timestamptz) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'inventory.instances', null::date,
    r.instance_id, r.instance_type, r.platform, r.ip_address, r.computer_name, r.ping_status,
    -- Both are read, so that a bad value is reported whichever of them has it.
    case when r.last_ping is null then r.last_ping_date_time else coalesce(r.last_ping_date_time, r.last_ping) end, r.agent_version, r.platform_type, r.platform_version, r.is_latest_version,
    r.association_status, r.association_execution_date, r.association_success_date
  from load.read_inventory_instances(cells) r
$$;

-- An application or patch may name a node that this document's node list lacks (the reference sends one page of nodes).
-- Such a node is added by its id alone, listed by no snapshot, so that whichever snapshot does list it fills it in. It is gone
-- where a complete list of nodes lacks it: Systems Manager keeps the inventory of terminated nodes for a while.
create function load.prepare_nodes(instance_ids text[], regions text[]) returns void language sql as $$
  with nodes as materialized (
    select distinct n.instance_id, coalesce(n.region, load.region()) as region
    from unnest(instance_ids, regions) n (instance_id, region)
    where n.instance_id is not null
  ), entered as materialized (
    select r.region, load.find_or_add_collection('inventory.instances', r.region, 'inventory.instances') as collection_id
    from (select distinct n.region from nodes n) r
  )
  insert into public.inventory_instances (account_id, collection_id, instance_id, first_seen_at, listed_until, removed_at)
  select load.account_id(), e.collection_id, n.instance_id, 'infinity', '-infinity', load.missed_since(e.collection_id, '-infinity')
  from nodes n join entered e using (region)
  where not exists (select from public.inventory_instances i where i.collection_id = e.collection_id and i.instance_id = n.instance_id)
$$;

-- The node of an id in a Region, if there is one. As a function of rows it becomes part of the statement and is not called.
create function load.nodes(region text, instance_id text) returns table (id bigint) language sql stable as $$
  select n.id from public.inventory_instances n
  where n.instance_id = nodes.instance_id and n.collection_id = (
    select c.id from public.collections c
    where c.account_id = (select load.account_id()) and c.region = nodes.region and c.collector = 'inventory.instances' and c.period is null)
$$;

-- Nearly all rows are of nodes of the document's own Region, and many of each: these are looked up once for all of a node's rows.
create function load.nodes_of(instance_ids text[], region text) returns table (instance_id text, id bigint) language sql stable rows 100 as $$
  select i.instance_id, n.id from unnest(instance_ids) i (instance_id) cross join lateral load.nodes(nodes_of.region, i.instance_id) n
$$;

select load.define_rows('inventory_applications', $$
  instance_id text, name text, version text, publisher text, architecture text, application_type text, install_time text, region text$$);

create function load.prepare_inventory_applications(cells text[], parent json) returns void language sql as $$
  select load.prepare_nodes(array_agg(n.instance_id), array_agg(n.region)) from (select distinct r.instance_id, r.region from load.read_inventory_applications(cells) r) n
$$;

select load.define_rows('inventory_patches', $$
  instance_id text, title text, classification text, severity text, state text, installed_time timestamptz, region text$$);

create function load.prepare_inventory_patches(cells text[], parent json) returns void language sql as $$
  select load.prepare_nodes(array_agg(n.instance_id), array_agg(n.region)) from (select distinct r.instance_id, r.region from load.read_inventory_patches(cells) r) n
$$;

create function load.inventory_applications(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  instance_id bigint, name text, version text, publisher text, architecture text, application_type text, install_time timestamptz)
language sql stable as $$
  -- InstalledTime is free text in Systems Manager: what does not begin like a date is no time. The usual form is known without a
  -- regular expression, which takes as long as the rest of the row.
  with here as materialized (select n.* from load.nodes_of(array(select distinct r.instance_id from load.read_inventory_applications(cells) r), doc_region) n)
  select r.ordinality, coalesce(r.region, doc_region), 'inventory.applications', null::date,
    case when coalesce(r.region, doc_region) = doc_region then here.id else (select n.id from load.nodes(r.region, r.instance_id) n) end, r.name, coalesce(r.version, ''), coalesce(r.publisher, ''), coalesce(r.architecture, ''), r.application_type,
    case when translate(left(r.install_time, 10), '123456789', '000000000') = '0000-00-00' or r.install_time ~ '^\d{4}-?\d{2}-?\d{2}' then r.install_time::timestamptz end
  from load.read_inventory_applications(cells) r left join here on here.instance_id = r.instance_id
$$;

create function load.inventory_patches(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  instance_id bigint, title text, classification text, severity text, state text, installed_time timestamptz) language sql stable as $$
  with here as materialized (select n.* from load.nodes_of(array(select distinct r.instance_id from load.read_inventory_patches(cells) r), doc_region) n)
  select r.ordinality, coalesce(r.region, doc_region), 'inventory.patches', null::date,
    case when coalesce(r.region, doc_region) = doc_region then here.id else (select n.id from load.nodes(r.region, r.instance_id) n) end, r.title, r.classification, r.severity, r.state, r.installed_time
  from load.read_inventory_patches(cells) r left join here on here.instance_id = r.instance_id
$$;

-- One list of all services' resources, but each kind is enumerated, and can fail, on its own. Buckets belong to the account:
-- every Region's document lists all of them (the reference under its own Region).
select load.define_rows('service_resources', $$
  service_name text, resource_type text, resource_id text, resource_name text, region text, availability_zone text, state text,
  instance_type text, vpc_id text, engine text, instance_class text, multi_az boolean, size_gb numeric, volume_type text,
  creation_date timestamptz, type text, scheme text, instance_count numeric, min_size numeric, max_size numeric,
  available_ip_count numeric, tags jsonb, details jsonb$$);

create function load.service_resources(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  service_name text, resource_type text, resource_id text, resource_name text, region text, availability_zone text, state text,
  instance_type text, vpc_id text, engine text, instance_class text, multi_az boolean, size_gb numeric, volume_type text,
  creation_date timestamptz, type text, scheme text, instance_count int, min_size int, max_size int, available_ip_count int,
  tags jsonb, details jsonb) language sql stable as $$
  select r.ordinality, case when r.service_name = 'S3' then 'Global' else coalesce(r.region, doc_region) end,
    lower(r.service_name || '.' || coalesce(r.resource_type, '')), null::date,
    r.service_name, coalesce(r.resource_type, ''), r.resource_id, r.resource_name,
    case when r.service_name = 'S3' then coalesce(r.details ->> 'region', 'Global') else coalesce(r.region, doc_region) end,
    r.availability_zone, r.state, r.instance_type, r.vpc_id, r.engine, r.instance_class, r.multi_az, r.size_gb, r.volume_type,
    r.creation_date, r.type, r.scheme, r.instance_count::int, r.min_size::int, r.max_size::int, r.available_ip_count::int, r.tags, r.details
  from load.read_service_resources(cells) r
$$;

select load.define_rows('config_inventory', $$
  resource_type text, resource_subtype text, resource_id text, resource_name text, region text, availability_zone text, state text,
  instance_type text, instance_class text, engine text, vpc_id text, size_gb numeric, volume_type text, creation_date timestamptz,
  multi_az boolean, scheme text, type text, instance_count numeric, min_size numeric, max_size numeric, available_ip_count numeric$$);

create function load.config_inventory(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  resource_type text, resource_subtype text, resource_id text, resource_name text, region text, availability_zone text, state text,
  instance_type text, instance_class text, engine text, vpc_id text, size_gb numeric, volume_type text, creation_date timestamptz,
  multi_az boolean, scheme text, type text, instance_count int, min_size int, max_size int, available_ip_count int)
language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'config_inventory', null::date,
    r.resource_type, r.resource_subtype, r.resource_id, r.resource_name, coalesce(r.region, doc_region), r.availability_zone, r.state,
    r.instance_type, r.instance_class, r.engine, r.vpc_id, r.size_gb, r.volume_type, r.creation_date, r.multi_az, r.scheme, r.type,
    r.instance_count::int, r.min_size::int, r.max_size::int, r.available_ip_count::int
  from load.read_config_inventory(cells) r
$$;
