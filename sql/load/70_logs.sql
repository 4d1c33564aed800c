-- The sender's own statuses and messages, and the receiver's: what was skipped, doubled, unknown or no section at all.
create function load.logs(report json) returns void language plpgsql as $$
declare
  new_log bigint;
  statuses constant json := case when json_typeof(report -> 'logs') = 'object' then report -> 'logs' else '{}' end;
begin
  insert into public.logs (snapshot_id, account_id, region, date_created, account_status, cost_status, service_status, security_status,
    config_status, inventory_status, marketplace_status, trusted_advisor_status, health_status, application_status, resilience_hub_status,
    compute_optimizer_status, ri_sp_savings_status, service_resources_status, config_inventory_status, support_tickets_status)
  values (load.snapshot_id(), load.account_id(), load.region(), load.observed_at(),
    load.status(statuses, 'account_status'), load.status(statuses, 'cost_status'), load.status(statuses, 'service_status'),
    load.status(statuses, 'security_status'), load.status(statuses, 'config_status'), load.status(statuses, 'inventory_status'),
    load.status(statuses, 'marketplace_status'), load.status(statuses, 'trusted_advisor_status'), load.status(statuses, 'health_status'),
    load.status(statuses, 'application_status'), load.status(statuses, 'resilience_hub_status'), load.status(statuses, 'compute_optimizer_status'),
    load.status(statuses, 'ri_sp_savings_status'), load.status(statuses, 'service_resources_status'),
    load.status(statuses, 'config_inventory_status'), load.status(statuses, 'support_tickets_status'))
  returning id into new_log;
  insert into public.log_messages (log_id, ordinal, message_type, message)
  select new_log, row_number() over (order by m.source, m.ordinal), m.message_type, m.message
  from (
    select 1 as source, e.ordinality as ordinal, case when json_typeof(e.value) = 'object' then k.key else 'INFO' end as message_type,
      coalesce(case when json_typeof(e.value) = 'object' then load.plain(k.value) else load.plain(e.value) end, '') as message
    from json_array_elements(case when json_typeof(statuses -> 'message') = 'array' then statuses -> 'message' else '[]' end) with ordinality e
    left join lateral json_each(case when json_typeof(e.value) = 'object' then e.value else '{}' end) k on true
    union all
    select 2, row_number() over (order by s.section), 'receiver', format('%s: %s of %s rows skipped', s.section, s.skipped, s.received)
    from pg_temp.load_sections s where s.skipped > 0
    union all
    select 3, row_number() over (order by s.section), 'receiver', format('%s: %s rows repeat a key; the last one counts', s.section, s.duplicates)
    from public.snapshot_sections s where s.snapshot_id = load.snapshot_id() and s.duplicates > 0
    union all
    select 4, f.ordinality, 'receiver', format('%s: collector failed', f.value)
    from json_array_elements_text(coalesce(report -> 'failed', '[]')) with ordinality f
    union all
    select 5, row_number() over (order by i.key), 'receiver', format('%s: unknown, ignored %s times', i.key, i.value)
    from json_each_text(coalesce(report -> 'ignored', '{}')) i
  ) m;
end
$$;

create function load.status(statuses json, member text) returns text language plpgsql immutable as $$
begin
  return coalesce(statuses ->> member, 'Pass');
exception
  when data_exception then return 'Pass';
end
$$;

-- Text of a JSON value; what holds a character that PostgreSQL can't store keeps its escaped form.
create function load.plain(value json) returns text language plpgsql immutable as $$
begin
  return value #>> '{}';
exception
  when data_exception then return value::text;
end
$$;

-- Notes a document that was refused. Nothing else of it reaches the database.
create function load.reject(document json) returns void language sql as $$
  with refused as (
    insert into public.snapshots (bucket, key, version_id, etag, account, account_id, region, period_date, granularity, last_modified,
      observed_at, bytes, outcome, reason, detail)
    select d.bucket, d.key, d.version_id, d.etag, d.account, a.id, d.region, d.period_date, d.granularity, d.last_modified,
      d.last_modified, d.bytes, 'rejected', d.reason, d.detail
    from json_to_record(document) as d (bucket text, key text, version_id text, etag text, account text, region text, period_date date,
      granularity text, last_modified timestamptz, bytes bigint, reason text, detail text)
    left join public.accounts a on a.account_id = d.account
    where not exists (
      select from public.snapshots s where s.bucket = d.bucket and s.key = d.key and s.etag = d.etag and s.version_id = d.version_id)
    on conflict do nothing
    returning id, key, account_id, region, reason, detail, last_modified
  ), logged as (
    insert into public.logs (snapshot_id, account_id, region, date_created, account_status, cost_status, service_status, security_status,
      config_status, inventory_status, marketplace_status, trusted_advisor_status, health_status, application_status, resilience_hub_status,
      compute_optimizer_status, ri_sp_savings_status, service_resources_status, config_inventory_status, support_tickets_status)
    select r.id, r.account_id, r.region, coalesce(r.last_modified, now()), f, f, f, f, f, f, f, f, f, f, f, f, f, f, f, f
    from refused r, (values ('Fail')) v (f)
    returning id, snapshot_id
  )
  insert into public.log_messages (log_id, ordinal, message_type, message)
  select l.id, 1, 'receiver', format('%s rejected: %s (%s)', r.key, r.reason, r.detail)
  from logged l join refused r on r.id = l.snapshot_id
$$;
