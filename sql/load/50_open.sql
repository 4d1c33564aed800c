-- Begins the load of a document that is still being read: what any load has to do first, and plans for the sections that large
-- documents consist of. Returns {"outcome": how the document ended if it was loaded before, otherwise null, "members": load.sent_members()}.
create function load.prepare(in_bucket text, in_key text, in_etag text, in_version_id text) returns json language plpgsql as $$
declare
  known text;
begin
  perform load.prepare_session();
  select s.outcome into known from public.snapshots s
  where s.bucket = in_bucket and s.key = in_key and s.etag = in_etag and s.version_id = in_version_id and s.outcome <> 'rejected';
  if known is null then
    -- Rows of no account, of which there are none.
    perform set_config('load.account_id', '0', true), set_config('load.region', '', true), set_config('load.observed_at', 'epoch', true);
    perform load.merge_findings('{}', null), load.merge_non_compliant_resources('{}', null), load.merge_inventory_instances('{}', null),
      load.merge_inventory_applications('{}', null), load.merge_inventory_patches('{}', null), load.merge_service_resources('{}', null);
  end if;
  return json_build_object('outcome', known, 'members', load.sent_members());
end
$$;

-- Begins the load of a document. The account's loads take turns from here to the end of the transaction, so that workers
-- with documents of one account never meet in its rows, and a second delivery finds the ledger row of the first.
-- Returns {"status": "known" | "new", "snapshot_id": n, "send": [the sections whose rows are wanted], "members": load.sent_members()}.
create function load.open(document json) returns json language plpgsql as $$
declare
  d record;
  known record;
  new_account bigint;
  is_new_account boolean := false;
  new_snapshot bigint;
  answer json;
begin
  perform load.prepare_session();
  select * into d from json_to_record(document) as d (bucket text, key text, version_id text, etag text, last_modified timestamptz,
    bytes bigint, account text, region text, period_date date, granularity text, schema_version text, collected_at timestamptz,
    observed_at timestamptz, sections json, coverage json);
  perform pg_advisory_xact_lock(hashtextextended('orglens/' || d.account, 0));
  select s.id, s.outcome into known from public.snapshots s
  where s.bucket = d.bucket and s.key = d.key and s.etag = d.etag and s.version_id = d.version_id;
  if found and known.id::text = current_setting('load.snapshot_id', true) then
    -- The client lost its connection and sent the call again: this very transaction is the one that loads the document.
    return current_setting('load.opened')::json;
  end if;
  if found then
    return json_build_object('status', 'known', 'snapshot_id', known.id, 'outcome', known.outcome);
  end if;

  select a.id into new_account from public.accounts a where a.account_id = d.account;
  if not found then
    insert into public.accounts (account_id, csp) values (d.account, 'AWS') returning id into new_account;
    is_new_account := true;
  end if;
  insert into public.snapshots (bucket, key, version_id, etag, account, account_id, region, period_date, granularity, schema_version,
    collected_at, last_modified, observed_at, outcome, bytes)
  values (d.bucket, d.key, d.version_id, d.etag, d.account, new_account, d.region, d.period_date, d.granularity, d.schema_version,
    d.collected_at, d.last_modified, d.observed_at, 'loaded', d.bytes)
  returning id into new_snapshot;
  if is_new_account then
    perform load.note_account(new_account, new_snapshot, d.observed_at);
  end if;
  perform set_config('load.snapshot_id', new_snapshot::text, true), set_config('load.account_id', new_account::text, true),
    set_config('load.region', d.region, true), set_config('load.observed_at', d.observed_at::text, true), set_config('load.etag', d.etag, true),
    set_config('load.key', d.key, true);

  insert into public.coverage (snapshot_id, account_id, region, collector, status, enumerated, items, calls, paid_calls, duration_ms, error, observed_at)
  select distinct on (v.collector, coalesce(v.region, 'Global')) new_snapshot, new_account, coalesce(v.region, 'Global'), v.collector, v.status,
    v.status in ('complete', 'empty') and coalesce(v.scope, 'full') = 'full', v.items, v.calls, v.paid_calls, v.duration_ms, v.error, d.observed_at
  from json_to_recordset(coalesce(d.coverage, '[]')) as v (collector text, region text, status text, scope text, items bigint, calls int, paid_calls int,
    duration_ms bigint, error text)
  where v.collector is not null and v.status is not null;

  insert into pg_temp.load_sections (section, content_hash, unchanged_since, received)
  select s.section, s.hash, load.unchanged_since(s.section, s.hash), 0
  from (select section, hash || '/' || load.version() as hash from json_to_recordset(d.sections) as s (section text, hash text)) s;
  perform load.carry_on(s.section, s.unchanged_since) from pg_temp.load_sections s where s.unchanged_since is not null;
  answer := json_build_object('status', 'new', 'snapshot_id', new_snapshot,
    'send', (select coalesce(json_agg(s.section), '[]') from pg_temp.load_sections s where s.unchanged_since is null), 'members', load.sent_members());
  perform set_config('load.opened', answer::text, true);
  return answer;
end
$$;

-- The snapshot whose section was the same to the letter, when all that it listed is still current and this snapshot is newer:
-- then its rows need not be sent at all. The same letters under a key of another granularity are other facts.
create function load.unchanged_since(in_section text, in_hash text) returns bigint language sql stable as $$
  select s.id
  from public.snapshots s
  join public.snapshot_sections p on p.snapshot_id = s.id and p.section = in_section
  where s.account_id = load.account_id() and s.region = load.region() and s.outcome <> 'rejected'
    and p.content_hash = in_hash and p.skipped = 0 and p.collections > 0
    and (s.observed_at, s.etag, s.key) <= (load.observed_at(), load.etag(), load.key()) and s.id <> load.snapshot_id()
    and s.granularity is not distinct from (select n.granularity from public.snapshots n where n.id = load.snapshot_id())
    and p.collections = (
      select count(*) from public.collections c
      where c.account_id = load.account_id() and c.latest_snapshot_id = s.id and c.section = in_section and c.is_listed)
  order by s.observed_at desc
  limit 1
$$;

-- All rows of an unchanged section stay listed: only its collections learn of the newer snapshot. Of those that the earlier one
-- found empty the rows say nothing; the newer snapshot's own coverage speaks of them.
create function load.carry_on(in_section text, earlier_snapshot bigint) returns void language sql as $$
  update public.collections c
  set latest_snapshot_id = load.snapshot_id(), latest_observed_at = load.observed_at()
  where c.account_id = load.account_id() and c.latest_snapshot_id = earlier_snapshot and c.section = in_section and c.is_listed
$$;
