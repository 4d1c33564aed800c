-- Which findings came back after they had been resolved or were gone?
select
  changes.at, changes.account, changes.account_name, changes.region, finding.severity, changes.label as title, finding.resource_id,
  case changes.kind when 'returned' then 'gone' else changes.old_value end as was, finding.status, finding.workflow_state, changes.natural_key as finding_id
from changes
left join lateral (
  select details.severity, details.resource_id, details.status, details.workflow_state
  from view_acct_security_findings_details details
  where details.finding_id = changes.natural_key and details.account = changes.account
  limit 1
) finding on true
where changes.table_name = 'findings' and (
  changes.kind = 'returned'
  or changes.kind = 'changed' and changes.column_name in ('status', 'workflow_state', 'record_state')
    and changes.old_value in ('RESOLVED', 'ARCHIVED') and changes.new_value not in ('RESOLVED', 'ARCHIVED', 'SUPPRESSED'))
order by changes.at desc nulls last, changes.account, changes.natural_key
limit 200;
