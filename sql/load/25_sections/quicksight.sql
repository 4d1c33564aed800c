-- Lists of ids and names; another form of value is not known, and views can rely on it.
create function load.names(value jsonb) returns jsonb language sql immutable as $$
  select case when jsonb_typeof(value) = 'array' then value end
$$;

-- Users and groups belong to the account: they are enumerated once, wherever its identity Region is.
select load.define_rows('quicksight_users', $$
  arn text, user_name text, namespace text, email text, role text, identity_type text, active boolean, principal_id text,
  custom_permissions text, identity_region text$$);

create function load.quicksight_users(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  arn text, user_name text, namespace text, email text, role text, identity_type text, active boolean, principal_id text,
  custom_permissions text, identity_region text) language sql stable as $$
  select r.ordinality, 'Global', 'quicksight.users', null::date,
    r.arn, r.user_name, r.namespace, r.email, r.role, r.identity_type, r.active, r.principal_id, r.custom_permissions, r.identity_region
  from load.read_quicksight_users(cells) r
$$;

select load.define_rows('quicksight_groups', $$
  arn text, group_name text, namespace text, description text, members jsonb, identity_region text$$);

create function load.quicksight_groups(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  arn text, group_name text, namespace text, description text, members jsonb, identity_region text) language sql stable as $$
  select r.ordinality, 'Global', 'quicksight.groups', null::date, r.arn, r.group_name, r.namespace, r.description, load.names(r.members), r.identity_region
  from load.read_quicksight_groups(cells) r
$$;

select load.define_rows('quicksight_dashboards', $$
  dashboard_id text, arn text, name text, published_version numeric, created_time timestamptz, last_updated_time timestamptz,
  last_published_time timestamptz, status text, source_arn text, analysis_id text, data_set_ids jsonb, region text$$);

create function load.quicksight_dashboards(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  dashboard_id text, arn text, name text, published_version bigint, created_time timestamptz, last_updated_time timestamptz,
  last_published_time timestamptz, status text, source_arn text, analysis_id text, data_set_ids jsonb) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'quicksight.dashboards', null::date,
    r.dashboard_id, r.arn, r.name, r.published_version::bigint, r.created_time, r.last_updated_time, r.last_published_time, r.status,
    r.source_arn, r.analysis_id, load.names(r.data_set_ids)
  from load.read_quicksight_dashboards(cells) r
$$;

select load.define_rows('quicksight_analyses', $$
  analysis_id text, arn text, name text, status text, created_time timestamptz, last_updated_time timestamptz, data_set_ids jsonb,
  region text$$);

create function load.quicksight_analyses(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  analysis_id text, arn text, name text, status text, created_time timestamptz, last_updated_time timestamptz, data_set_ids jsonb)
language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'quicksight.analyses', null::date,
    r.analysis_id, r.arn, r.name, r.status, r.created_time, r.last_updated_time, load.names(r.data_set_ids)
  from load.read_quicksight_analyses(cells) r
$$;

select load.define_rows('quicksight_data_sets', $$
  data_set_id text, arn text, name text, import_mode text, spice_bytes numeric, created_time timestamptz, last_updated_time timestamptz,
  has_row_level_security boolean, data_source_ids jsonb, data_set_ids jsonb, region text$$);

create function load.quicksight_data_sets(cells text[], parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  data_set_id text, arn text, name text, import_mode text, spice_bytes bigint, created_time timestamptz, last_updated_time timestamptz,
  has_row_level_security boolean, data_source_ids jsonb, data_set_ids jsonb) language sql stable as $$
  select r.ordinality, coalesce(r.region, doc_region), 'quicksight.data_sets', null::date,
    r.data_set_id, r.arn, r.name, r.import_mode, r.spice_bytes::bigint, r.created_time, r.last_updated_time, r.has_row_level_security,
    load.names(r.data_source_ids), load.names(r.data_set_ids)
  from load.read_quicksight_data_sets(cells) r
$$;
