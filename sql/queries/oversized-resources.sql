-- Which resources are larger than they need be, what should they be, and what would that save a month?
select
  account, account_name, account_region, resource_type, coalesce(resource_name, resource_arn) as resource,
  coalesce(current_instance_type, concat_ws(' ', current_volume_type, current_volume_size || ' GiB', current_memory_size || ' MB')) as now,
  coalesce(recommended_instance_type, concat_ws(' ', recommended_volume_type, recommended_volume_size || ' GiB', recommended_memory_size || ' MB')) as advised,
  round(estimated_monthly_savings_usd, 2) as monthly_savings_usd, savings_opportunity_percentage as savings_percent, performance_risk, migration_effort
from view_compute_optimizer
where translate(lower(finding), '_- ', '') in ('overprovisioned', 'notoptimized') and estimated_monthly_savings_usd > 0
order by estimated_monthly_savings_usd desc, account, resource;
