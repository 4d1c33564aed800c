-- Counts an account's findings anew and rewrites the counts that differ. Returns how many rows those were.
-- Grouped by hash: sorting takes four times as long, and is what the planner prefers where it has no statistics yet.
create function load.refresh_security(account bigint) returns bigint
language sql
set enable_sort = off
as $$
  with alike as materialized (
    -- Live findings by what they are counted by: a few groups, of which each is looked at a dozen times instead of each finding.
    select finding.security_id, finding.severity, finding.status, count(*) as findings
    from public.findings finding
    where finding.security_id = any (array(select known.id from public.security known where known.account_id = refresh_security.account))
      and finding.removed_at is null
      and (finding.record_state is null or finding.record_state = 'ACTIVE')
    group by finding.security_id, finding.severity, finding.status
  ), counted as (
    select
      known.id,
      coalesce(sum(findings), 0) as total,
      coalesce(sum(findings) filter (where severity = 'CRITICAL'), 0) as critical,
      coalesce(sum(findings) filter (where severity = 'HIGH'), 0) as high,
      coalesce(sum(findings) filter (where severity = 'MEDIUM'), 0) as medium,
      coalesce(sum(findings) filter (where severity = 'LOW'), 0) as low,
      coalesce(sum(findings) filter (where severity = 'INFORMATIONAL'), 0) as informational,
      coalesce(sum(findings) filter (where status <> 'RESOLVED'), 0) as open,
      coalesce(sum(findings) filter (where status = 'RESOLVED'), 0) as resolved,
      coalesce(sum(findings) filter (where status <> 'RESOLVED' and severity = 'CRITICAL'), 0) as open_critical,
      coalesce(sum(findings) filter (where status <> 'RESOLVED' and severity = 'HIGH'), 0) as open_high,
      coalesce(sum(findings) filter (where status <> 'RESOLVED' and severity = 'MEDIUM'), 0) as open_medium,
      coalesce(sum(findings) filter (where status <> 'RESOLVED' and severity = 'LOW'), 0) as open_low,
      coalesce(sum(findings) filter (where status = 'SUPPRESSED'), 0) as suppressed,
      coalesce(sum(findings) filter (where status = 'NOTIFIED'), 0) as notified
    from public.security known
    left join alike on alike.security_id = known.id
    where known.account_id = refresh_security.account
    group by known.id
  ), refreshed as (
    update public.security as stored
    set (total_findings, critical_count, high_count, medium_count, low_count, informational_count,
         open_findings, resolved_findings, open_critical_count, open_high_count, open_medium_count, open_low_count,
         suppressed_findings, notified_findings, updated_at)
      = row (counted.total, counted.critical, counted.high, counted.medium, counted.low, counted.informational,
         counted.open, counted.resolved, counted.open_critical, counted.open_high, counted.open_medium, counted.open_low,
         counted.suppressed, counted.notified, now())
    from counted
    where stored.id = counted.id
      and (stored.total_findings, stored.critical_count, stored.high_count, stored.medium_count, stored.low_count,
           stored.informational_count, stored.open_findings, stored.resolved_findings, stored.open_critical_count,
           stored.open_high_count, stored.open_medium_count, stored.open_low_count,
           stored.suppressed_findings, stored.notified_findings)
        is distinct from
          (counted.total, counted.critical, counted.high, counted.medium, counted.low,
           counted.informational, counted.open, counted.resolved, counted.open_critical,
           counted.open_high, counted.open_medium, counted.open_low,
           counted.suppressed, counted.notified)
    returning 1
  )
  select count(*) from refreshed
$$;
