-- What a load knows about its document: settings of the transaction.
create function load.snapshot_id() returns bigint language sql stable as $$ select current_setting('load.snapshot_id')::bigint $$;

create function load.account_id() returns bigint language sql stable as $$ select current_setting('load.account_id')::bigint $$;

create function load.region() returns text language sql stable as $$ select current_setting('load.region') $$;

create function load.observed_at() returns timestamptz language sql stable as $$ select current_setting('load.observed_at')::timestamptz $$;

create function load.etag() returns text language sql stable as $$ select current_setting('load.etag') $$;

create function load.key() returns text language sql stable as $$ select current_setting('load.key') $$;

-- What tells collections of longer periods from those of days: '' for a daily document.
create function load.granularity_suffix() returns text language sql stable as $$
  select case when s.granularity in ('DAILY', 'WEEKLY', 'MONTHLY') and s.granularity <> 'DAILY' then '.' || lower(s.granularity) else '' end
  from public.snapshots s where s.id = load.snapshot_id()
$$;

-- What one load notes on its way. Temporary tables are private to the session of the transaction and never
-- written to the WAL. They outlive the transaction, empty: creating them for each snapshot would bloat the catalog.
create function load.prepare_session() returns void language plpgsql as $$
begin
  if current_setting('load.prepared', true) = 'yes' then
    return;
  end if;
  perform set_config('load.prepared', 'yes', true);
  -- Instants without an offset in a document are UTC whatever the server's zone is.
  perform set_config('TimeZone', 'UTC', true);
  -- A chunk of rows is sorted and joined in memory.
  perform set_config('work_mem', '64MB', true);
  perform set_config('client_min_messages', 'warning', true);
  -- Plans know no values: a planner that is given a chunk's megabytes copies them a dozen times. But a plan is as good as the table
  -- was large when it was made: all are made anew for each document. What they look for in tables that the document itself makes
  -- grow, they look for by the whole key.
  perform set_config('plan_cache_mode', 'force_generic_plan', true);
  discard plans;
  if to_regclass('pg_temp.load_rows') is null then
    -- ids only where there were rows before: what is new of a collection is all that there is of it.
    create temporary table load_rows (section text not null, relation text not null, are_added boolean not null, rows int not null, ids bigint[]) on commit delete rows;
    -- Lists of ids are read once, a moment later: to compress them takes longer than all else that is done with them.
    alter table load_rows alter column ids set storage external;
  end if;
  create temporary table if not exists load_entered (
    collection_id bigint not null, relation text, section text, previous_at timestamptz, newest boolean not null,
    is_listed boolean not null default true
  ) on commit delete rows;
  create temporary table if not exists load_sections (
    section text not null, content_hash text not null, unchanged_since bigint, received int not null default 0, skipped int not null default 0
  ) on commit delete rows;
end
$$;
