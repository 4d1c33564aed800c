-- Which calls did Service Catalog refuse, and why?
select
  error_code, event_name, coalesce(product_name, product_id) as product, account, account_name, region, count(*) as calls,
  string_agg(distinct requester, ', ' order by requester) as requesters, max(event_time) as last_call
from view_service_catalog_failures
group by error_code, event_name, coalesce(product_name, product_id), account, account_name, region
order by calls desc, last_call desc, account, region
limit 200;
