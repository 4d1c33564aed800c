-- Ends the load of a document: what its newest word no longer lists is settled, totals and the ledger are written.
-- report: {"calls": n, "logs": the section as it is, "failed": [sections that were no rows], "ignored": {"member": n}}.
-- Returns {"outcome": …, "rows": {section: n}, "skipped": {section: n}, "duplicates": {section: n}, "unchanged": [section]}.
create function load.close(report json) returns json language plpgsql as $$
declare
  target record;
  summary record;
  answer json := nullif(current_setting('load.closed', true), '')::json;
  is_enumerated boolean;
begin
  if answer is not null then
    -- The client lost its connection and sent the call again.
    return answer;
  end if;

  -- A section with rows that could not be read is no enumeration: the row that is missing may be the unreadable one.
  update public.coverage v set enumerated = false
  from pg_temp.load_sections s join public.collections c on c.account_id = load.account_id() and c.section = s.section
  where s.skipped > 0 and v.snapshot_id = load.snapshot_id() and v.collector = c.collector and v.region = c.region;

  perform load.enter_enumerated();
  is_enumerated := exists (select from public.coverage v where v.snapshot_id = load.snapshot_id() and v.enumerated);
  for target in
    select e.relation, bool_or(e.previous_at is not null) as is_known from pg_temp.load_entered e where e.relation is not null group by e.relation
  loop
    -- Nothing can be missed where nothing was before, or where nobody says that it was all.
    if target.is_known or is_enumerated then
      execute format('select load.settle_%s()', target.relation);
    end if;
    if to_regprocedure(format('load.note_added_%s()', target.relation)) is not null then
      execute format('select load.note_added_%s()', target.relation);
    end if;
  end loop;
  update public.collections c
  set section = coalesce(c.section, e.section),
    latest_snapshot_id = case when e.newest then load.snapshot_id() else c.latest_snapshot_id end,
    latest_observed_at = case when e.newest then load.observed_at() else c.latest_observed_at end,
    is_listed = case when e.newest then e.is_listed else c.is_listed end
  from (
    select e.collection_id, max(e.section) as section, bool_or(e.newest) as newest, bool_or(e.is_listed) filter (where e.newest) as is_listed
    from pg_temp.load_entered e group by e.collection_id
  ) e
  where c.id = e.collection_id and (e.newest or c.section is null and e.section is not null);
  if exists (select from pg_temp.load_entered e where e.relation = 'findings') then
    perform load.refresh_security(load.account_id());
  end if;
  perform load.reconcile_assets();

  insert into public.snapshot_sections (snapshot_id, section, content_hash, rows, skipped, duplicates, collections)
  select load.snapshot_id(), s.section, s.content_hash, coalesce(p.rows, s.received), s.skipped,
    coalesce(p.duplicates, case when t.targets = 1 then greatest(s.received - s.skipped - coalesce(l.listed, 0), 0) else 0 end),
    coalesce(p.collections, (select count(distinct e.collection_id) from pg_temp.load_entered e where e.section = s.section and e.is_listed))
  from pg_temp.load_sections s
  left join (select t.section, count(*) as targets from load.targets() t group by t.section) t on t.section = s.section
  left join (
    select l.section, coalesce(sum(l.rows) filter (where l.ids is null), 0)
      + (select count(distinct i) from pg_temp.load_rows o, unnest(o.ids) i where o.section = l.section) as listed
    from pg_temp.load_rows l
    group by l.section
  ) l on l.section = s.section and t.targets = 1
  left join public.snapshot_sections p on p.snapshot_id = s.unchanged_since and p.section = s.section;

  select case when sum(s.skipped) > 0 then 'partial' else 'loaded' end as outcome, json_object_agg(s.section, s.rows) as rows,
    coalesce(json_object_agg(s.section, s.skipped) filter (where s.skipped > 0), '{}') as skipped,
    coalesce(json_object_agg(s.section, s.duplicates) filter (where s.duplicates > 0), '{}') as duplicates
  into summary
  from public.snapshot_sections s where s.snapshot_id = load.snapshot_id();
  update public.snapshots s set outcome = coalesce(summary.outcome, 'loaded'), rows = coalesce(summary.rows, '{}')::jsonb, calls = (report ->> 'calls')::int
  where s.id = load.snapshot_id();
  perform load.logs(report);
  answer := json_build_object('outcome', coalesce(summary.outcome, 'loaded'), 'rows', summary.rows, 'skipped', summary.skipped, 'duplicates', summary.duplicates,
    'unchanged', (select coalesce(json_agg(s.section), '[]') from pg_temp.load_sections s where s.unchanged_since is not null));
  perform set_config('load.closed', answer::text, true);
  return answer;
end
$$;

-- A complete enumeration that lists nothing has no rows to say so: its coverage says it. A collection whose section was
-- carried on unchanged only has to look for rows that earlier, incomplete snapshots left unmarked.
create function load.enter_enumerated() returns void language plpgsql as $$
declare
  entry record;
begin
  for entry in
    select v.region, v.collector, c.section, t.relation, c.latest_snapshot_id = load.snapshot_id() as carried_on
    from public.coverage v
    left join public.collections c on c.account_id = v.account_id and c.region = v.region and c.collector = v.collector and c.period is null
    left join load.targets() t on t.section = c.section
    where v.snapshot_id = load.snapshot_id() and v.enumerated
      and not exists (select from pg_temp.load_entered e where e.collection_id = c.id)
  loop
    if entry.carried_on then
      insert into pg_temp.load_entered (collection_id, relation, section, newest, is_listed)
      values (load.find_collection(entry.region, entry.collector), entry.relation, entry.section, false, false);
    else
      perform load.enter_collection(entry.section, entry.relation, entry.region, entry.collector, null, false);
    end if;
  end loop;
end
$$;
