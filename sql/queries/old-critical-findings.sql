-- Which accounts have had critical findings open for more than 30 days?
select
  account, account_name, count(distinct finding_id) as findings, min(created_at) as oldest,
  extract(day from now() - min(created_at))::integer as days_of_the_oldest, count(distinct resource_id) as resources,
  string_agg(distinct title, '; ' order by title) as titles
from view_acct_security_findings_details
where severity = 'CRITICAL' and status not in ('RESOLVED', 'SUPPRESSED') and (record_state is null or record_state = 'ACTIVE')
  and created_at < now() - interval '30 days'
group by account, account_name
order by findings desc, oldest, account;
