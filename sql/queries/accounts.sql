-- What does each account cost, how safe is it, and when was it last heard of?
select
  summary.account_id, summary.account_name, summary.account_type, summary.project_product_name as product,
  round(summary.latest_cost, 2) as latest_cost, summary.security_health_score as health, summary.critical_findings,
  summary.high_findings, summary.instance_count as nodes, newest.observed_at as last_snapshot
from view_acct_summary summary
left join (
  select account_id, max(observed_at) as observed_at
  from snapshots
  where outcome <> 'rejected'
  group by account_id
) newest on newest.account_id = summary.id
order by summary.account_id;
