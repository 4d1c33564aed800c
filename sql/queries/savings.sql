-- What could be saved each month, and where?
select 'Compute Optimizer' as source, account, account_name, account_region, resource_type || ': ' || finding as what,
  count(*) as resources, round(sum(estimated_monthly_savings_usd), 2) as monthly_savings
from view_compute_optimizer
where estimated_monthly_savings_usd > 0
group by account, account_name, account_region, resource_type, finding
union all
select 'Trusted Advisor', account, account_name, account_region, check_name,
  affected_resources_count, round(potential_savings, 2)
from view_trusted_advisor_checks
where potential_savings > 0
order by monthly_savings desc;
