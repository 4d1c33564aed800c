-- Which grave findings are new, in the week before the newest document?
select
  finding.first_seen_at, account.account, account.account_name, finding.region, finding.severity, finding.product_name, finding.title,
  finding.resource_type, finding.resource_id, finding.status
from findings finding
join security posture on posture.id = finding.security_id
join account_block account on account.id = posture.account_id
where finding.removed_at is null and finding.severity in ('CRITICAL', 'HIGH') and finding.status in ('NEW', 'NOTIFIED', 'OPEN')
  and (finding.record_state is null or finding.record_state = 'ACTIVE')
  and finding.created_at > (select max(observed_at) from snapshots where outcome <> 'rejected') - interval '7 days'
order by finding.first_seen_at desc, account.account, finding.finding_id
limit 200;
