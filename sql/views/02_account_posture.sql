create view account_posture as
select
  account.id as account_id,
  case when assessed.is_empty then 0 else counted.total_findings end as total_findings,
  case when assessed.is_empty then 0 else counted.open_findings end as open_findings,
  case when assessed.is_empty then 0 else counted.resolved_findings end as resolved_findings,
  case when assessed.is_empty then 0 else counted.critical_findings end as critical_findings,
  case when assessed.is_empty then 0 else counted.high_findings end as high_findings,
  case when assessed.is_empty then 0 else counted.medium_findings end as medium_findings,
  case when assessed.is_empty then 0 else counted.low_findings end as low_findings,
  case
    when counted.account_id is null and assessed.is_empty is null then null
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
left join lateral (
  -- No findings is good news only from an account that has been asked.
  select true as is_empty
  from coverage
  where counted.account_id is null
    and coverage.account_id = account.id and coverage.enumerated and coverage.collector like '%security_hub%'
  limit 1
) assessed on true;

comment on view account_posture is 'Live findings of each account over all Regions and products; all null where Security Hub was never read. health_score: 1 open critical findings, 2 high, 3 medium, 4 low, 5 none of these.';

select admin.describe('account_posture', null, $${
  "critical_findings": "Of total_findings, those of severity CRITICAL.", "high_findings": "Of total_findings, those of severity HIGH.", "medium_findings": "Of total_findings, those of severity MEDIUM.",
  "low_findings": "Of total_findings, those of severity LOW.", "health_score": "1: open critical findings; 2: high ones; 3: medium; 4: low; 5: none of these; null: never assessed."
}$$);
