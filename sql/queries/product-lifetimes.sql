-- How long do provisioned products live?
select
  product_id, max(product_name) as product_name, count(*) filter (where is_live) as live, count(*) filter (where not is_live) as terminated,
  round(avg(lifetime_days) filter (where not is_live), 1) as average_days_of_the_terminated,
  round(max(lifetime_days) filter (where is_live), 1) as days_of_the_oldest_live
from view_service_catalog_lifetimes
group by product_id
order by live desc, product_id;
