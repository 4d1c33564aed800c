-- Which provisioned products are versions behind?
select
  account, account_name, region, provisioned_product_name, product_name, provisioning_artifact_name as version, versions_behind, age_days, owner
from view_service_catalog_products
where versions_behind > 0
order by versions_behind desc, age_days desc, account, provisioned_product_name;
