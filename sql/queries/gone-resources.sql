-- Which resources went away lately?
select
  account.account, account.account_name, resource.region, resource.service_name, resource.resource_id,
  resource.resource_name, resource.first_seen_at, resource.listed_until, resource.removed_at
from service_resources resource
join account_block account on account.id = resource.account_id
where resource.removed_at is not null
order by resource.removed_at desc, resource.service_name, resource.resource_id
limit 200;
