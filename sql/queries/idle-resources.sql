-- Which resources cost without working: stopped instances and databases, volumes attached to nothing?
select account, account_name, account_region, service_name, resource_id, resource_name, state, size_gb, creation_date
from view_service_resources
where (resource_type in ('Instance', 'DBInstance') and state = 'stopped')
  or (resource_type = 'Volume' and state = 'available')
order by account, service_name, resource_id;
