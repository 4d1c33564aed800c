create view account_posture as
select
  account.id as account_id,
  case when assessed.is_known then coalesce(counted.total_findings, 0) end as total_findings,
  case when assessed.is_known then coalesce(counted.open_findings, 0) end as open_findings,
  case when assessed.is_known then coalesce(counted.resolved_findings, 0) end as resolved_findings,
  case when assessed.is_known then coalesce(counted.critical_findings, 0) end as critical_findings,
  case when assessed.is_known then coalesce(counted.high_findings, 0) end as high_findings,
  case when assessed.is_known then coalesce(counted.medium_findings, 0) end as medium_findings,
  case when assessed.is_known then coalesce(counted.low_findings, 0) end as low_findings,
  case
    when not assessed.is_known then null
    when counted.open_critical > 0 then 1
    when counted.open_high > 0 then 2
    when counted.open_medium > 0 then 3
    when counted.open_low > 0 then 4
    else 5
  end as health_score
from accounts account
left join (
  select
    account_id, sum(total_findings) as total_findings, sum(open_findings) as open_findings,
    sum(resolved_findings) as resolved_findings, sum(critical_count) as critical_findings,
    sum(high_count) as high_findings, sum(medium_count) as medium_findings, sum(low_count) as low_findings,
    sum(open_critical_count) as open_critical, sum(open_high_count) as open_high,
    sum(open_medium_count) as open_medium, sum(open_low_count) as open_low
  from security
  group by account_id
) counted on counted.account_id = account.id
cross join lateral (
  -- No findings is good news only from an account that has been asked.
  select counted.account_id is not null or exists (
    select from coverage
    where coverage.account_id = account.id and coverage.enumerated and coverage.collector like '%security_hub%')
    as is_known
) assessed;

comment on view account_posture is 'Live findings of each account over all Regions and products; all null where Security Hub was never read. health_score: 1 open critical findings, 2 high, 3 medium, 4 low, 5 none of these.';
