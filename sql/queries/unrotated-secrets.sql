-- Which secrets have been unchanged for 90 days and don't rotate?
select
  account, account_name, account_region, name, coalesce(last_changed_date, created_date) as unchanged_since
from view_secrets_manager_secrets
where rotation_enabled is not true and coalesce(last_changed_date, created_date) < now() - interval '90 days'
order by unchanged_since;
