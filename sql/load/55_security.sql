-- Counts an account's findings anew and rewrites the counts that differ. Returns how many rows those were.
create function load.refresh_security(account bigint) returns bigint
language sql
as $$
  with counted as (
    select
      known.id,
      count(finding.id) as total,
      count(finding.id) filter (where finding.severity = 'CRITICAL') as critical,
      count(finding.id) filter (where finding.severity = 'HIGH') as high,
      count(finding.id) filter (where finding.severity = 'MEDIUM') as medium,
      count(finding.id) filter (where finding.severity = 'LOW') as low,
      count(finding.id) filter (where finding.severity = 'INFORMATIONAL') as informational,
      count(finding.id) filter (where finding.status <> 'RESOLVED') as open,
      count(finding.id) filter (where finding.status = 'RESOLVED') as resolved,
      count(finding.id) filter (where finding.status <> 'RESOLVED' and finding.severity = 'CRITICAL') as open_critical,
      count(finding.id) filter (where finding.status <> 'RESOLVED' and finding.severity = 'HIGH') as open_high,
      count(finding.id) filter (where finding.status <> 'RESOLVED' and finding.severity = 'MEDIUM') as open_medium,
      count(finding.id) filter (where finding.status <> 'RESOLVED' and finding.severity = 'LOW') as open_low,
      count(finding.id) filter (where finding.status = 'SUPPRESSED') as suppressed,
      count(finding.id) filter (where finding.status = 'NOTIFIED') as notified
    from public.security known
    left join public.findings finding on finding.security_id = known.id
      and finding.removed_at is null
      and (finding.record_state is null or finding.record_state = 'ACTIVE')
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
