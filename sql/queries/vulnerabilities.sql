-- Which vulnerabilities does Inspector find, the gravest and most widespread first?
select
  severity, title, type, count(*) as findings, count(distinct account) as accounts, min(first_observed_at) as first_observed,
  extract(day from now() - min(first_observed_at))::integer as days_known
from view_inspector_findings
where status = 'ACTIVE'
group by severity, title, type
order by
  case severity when 'CRITICAL' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 when 'LOW' then 4 else 5 end, findings desc, title
limit 200;
