-- Which certificates expire within 60 days or have expired?
select
  account, account_name, account_region, domain_name, status, type, not_after,
  extract(day from not_after - now())::integer as days_left
from view_certificates
where not_after < now() + interval '60 days'
order by not_after, domain_name;
