-- Service Catalog

-- service_catalog_events: calls by kind and day
select event_time::date as day, kind, count(*) as calls from service_catalog_events where error_code is null group by 1, 2 order by 1 desc, 2;

-- service_catalog_products: provisioned products by owner
select owner, count(*) as products from service_catalog_products group by owner order by products desc;

-- view_service_catalog_products: products by how far their versions are behind
select account_full, provisioned_product_name, product_name, versions_behind from view_service_catalog_products order by versions_behind desc nulls last;

-- view_service_catalog_versions: versions in use of each product
select product_name, provisioning_artifact_name, version_number, products_in_use from view_service_catalog_versions order by product_name, version_number desc;

-- view_service_catalog_usage: who uses products most
select requester, sum(provisioned) as provisioned, sum(updated) as updated, sum(failed) as failed from view_service_catalog_usage group by requester order by provisioned desc;

-- view_service_catalog_lifetimes: how long products live
select product_name, is_live, count(*) as products, avg(lifetime_days) as days from view_service_catalog_lifetimes group by product_name, is_live order by product_name;

-- view_service_catalog_failures: why calls are refused
select error_code, count(*) as calls, min(error_message) as example from view_service_catalog_failures group by error_code order by calls desc;
