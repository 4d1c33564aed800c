-- What happened to Service Catalog products lately?
select
  event.event_time, event.account, event.region, coalesce(event.provisioned_product_name, event.product_key) as product,
  event.product_name, event.provisioning_artifact_name as version, event.event_name, event.requester, event.error_code
from service_catalog_events event
order by event.event_time desc, event.rank desc, event.event_id
limit 200;
