-- Which support cases are open, and how grave are they?
select account, account_name, display_id, severity_code as severity, service_code as service, subject, status, time_created,
  extract(day from now() - time_created)::integer as days_open
from view_acct_support_tickets
where status <> 'resolved'
order by
  case severity_code when 'critical' then 1 when 'urgent' then 2 when 'high' then 3 when 'normal' then 4 else 5 end, time_created, display_id;
