-- How many resources of each kind are there?
select
  service_name, resource_type, sum(resource_count) as resources, sum(active_resources) as active,
  sum(inactive_resources) as inactive, count(distinct account_id) as accounts,
  count(distinct resource_region) as regions
from view_service_resources_summary
group by service_name, resource_type
order by resources desc, service_name, resource_type;
