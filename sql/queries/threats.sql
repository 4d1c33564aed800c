-- Which threats does GuardDuty see, the gravest first?
select
  severity, account, account_name, region, finding_type, title, created_at, updated_at
from view_guard_duty_findings
where severity >= 4
order by severity desc, updated_at desc, account, finding_type
limit 200;
