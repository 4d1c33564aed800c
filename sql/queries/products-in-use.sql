-- Which Service Catalog products are in use, in which versions?
select
  product_name, provisioning_artifact_name as version, versions_behind, count(*) as provisioned, count(distinct account) as accounts,
  count(distinct region) as regions, max(event_time) as last_event
from view_service_catalog_products
group by product_id, product_name, provisioning_artifact_id, provisioning_artifact_name, versions_behind
order by product_name, versions_behind, version;
