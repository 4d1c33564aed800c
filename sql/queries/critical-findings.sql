-- Which critical findings are open?
select
  account, account_name, account_region, product_name, title, resource_type, resource_id, status, updated_at
from view_acct_security_findings_details
where severity = 'CRITICAL' and status <> 'RESOLVED'
  and (record_state is null or record_state = 'ACTIVE')
order by account, updated_at desc, resource_id, title, id;
