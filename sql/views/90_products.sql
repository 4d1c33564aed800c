-- The versions of each product in the order in which they were first used: what is newest is known by use alone.
create view view_service_catalog_versions as
select
  used.product_id, used.provisioning_artifact_id, used.product_name, used.provisioning_artifact_name, used.first_used_at, used.last_used_at,
  row_number() over (partition by used.product_id order by used.first_used_at, used.provisioning_artifact_id)::integer as version_number,
  (count(*) over (partition by used.product_id)
    - row_number() over (partition by used.product_id order by used.first_used_at, used.provisioning_artifact_id))::integer as versions_behind,
  coalesce(running.products, 0)::integer as products_in_use
from (
  select e.product_id, e.provisioning_artifact_id, max(e.product_name) as product_name,
    max(e.provisioning_artifact_name) as provisioning_artifact_name, min(e.event_time) as first_used_at, max(e.event_time) as last_used_at
  from service_catalog_events e
  where e.error_code is null and e.kind <> 'terminate' and e.product_id is not null and e.provisioning_artifact_id is not null
  group by e.product_id, e.provisioning_artifact_id
) used
left join (
  select p.product_id, p.provisioning_artifact_id, count(*) as products
  from service_catalog_products p
  group by p.product_id, p.provisioning_artifact_id
) running using (product_id, provisioning_artifact_id);

comment on view view_service_catalog_versions is 'Versions of each Service Catalog product that were ever used, in order of first use, and how many provisioned products have them now.';

create view view_service_catalog_products as
select
  product.account, account.account_name, account.account_full, product.region,
  product.provisioned_product_id, product.provisioned_product_name, product.provisioned_product_type,
  product.product_id, coalesce(product.product_name, version.product_name) as product_name,
  product.provisioning_artifact_id, coalesce(product.provisioning_artifact_name, version.provisioning_artifact_name) as provisioning_artifact_name,
  version.versions_behind, product.path_id, product.record_id, product.record_type, product.record_errors, product.record_tags,
  product.status, product.created_time, product.updated_time, product.launch_role_arn, product.owner, product.requester,
  product.requester_arn, product.last_requester, product.event_id, product.event_time, product.first_event_time,
  extract(day from now() - coalesce(product.created_time, product.first_event_time))::integer as age_days,
  account.account_type, account.account_category, account.project_product_name
from service_catalog_products product
left join account_block account on account.account = product.account
left join view_service_catalog_versions version
  on version.product_id = product.product_id and version.provisioning_artifact_id = product.provisioning_artifact_id;

comment on view view_service_catalog_products is 'Provisioned Service Catalog products that exist now. versions_behind counts the versions of the product that were first used after this one.';

create view view_service_catalog_usage as
select
  (event.event_time at time zone 'UTC')::date as day, event.account, account.account_name, event.region, event.product_id,
  coalesce(event.product_name, version.product_name) as product_name, event.provisioning_artifact_id,
  coalesce(event.provisioning_artifact_name, version.provisioning_artifact_name) as provisioning_artifact_name,
  event.requester, coalesce(product.owner, event.owner) as owner,
  count(*) filter (where event.error_code is null and event.kind = 'provision') as provisioned,
  count(*) filter (where event.error_code is null and event.kind = 'update') as updated,
  count(*) filter (where event.error_code is null and event.kind = 'terminate') as terminated,
  count(*) filter (where event.error_code is not null) as failed,
  account.account_full, account.account_type, account.account_category, account.project_product_name
from service_catalog_events event
left join account_block account on account.account = event.account
left join view_service_catalog_versions version
  on version.product_id = event.product_id and version.provisioning_artifact_id = event.provisioning_artifact_id
left join service_catalog_products product
  on product.account = event.account and product.region = event.region and product.product_key = event.product_key
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, account.account_full, account.account_type, account.account_category, account.project_product_name;

comment on view view_service_catalog_usage is 'Calls per day, account, Region, product, version, requester and owner.';

create view view_service_catalog_lifetimes as
select
  life.account, account.account_name, life.region, life.provisioned_product_id, life.provisioned_product_name, life.product_id, life.product_name,
  life.provisioned_at, case when product.product_key is null then life.terminated_at end as terminated_at,
  product.product_key is not null as is_live,
  round(extract(epoch from coalesce(case when product.product_key is null then life.terminated_at end, now())
    - coalesce(life.provisioned_at, life.first_event_time)) / 86400, 2) as lifetime_days,
  life.updates, life.requester, account.account_full, account.account_type, account.account_category, account.project_product_name
from (
  select e.account, e.region, e.product_key,
    max(e.provisioned_product_id) as provisioned_product_id, max(e.provisioned_product_name) as provisioned_product_name,
    max(e.product_id) as product_id, max(e.product_name) as product_name,
    min(e.event_time) filter (where e.kind = 'provision') as provisioned_at,
    max(e.event_time) filter (where e.kind = 'terminate') as terminated_at,
    min(e.event_time) as first_event_time,
    count(*) filter (where e.kind = 'update') as updates,
    (array_agg(e.requester order by e.kind <> 'provision', e.event_time, e.event_id))[1] as requester
  from service_catalog_events e
  where e.error_code is null and e.product_key is not null
  group by e.account, e.region, e.product_key
) life
left join service_catalog_products product using (account, region, product_key)
left join account_block account on account.account = life.account;

comment on view view_service_catalog_lifetimes is 'Every provisioned product that was ever seen: when it was provisioned and terminated, and how long it has lived.';

create view view_service_catalog_failures as
select
  event.event_time, event.account, account.account_name, event.region, event.event_name, event.error_code, event.error_message,
  event.product_id, coalesce(event.product_name, version.product_name) as product_name, event.provisioning_artifact_id,
  coalesce(event.provisioning_artifact_name, version.provisioning_artifact_name) as provisioning_artifact_name,
  event.provisioned_product_id, event.provisioned_product_name, event.requester, event.requester_arn, event.source_ip, event.event_id,
  account.account_full, account.account_type, account.account_category, account.project_product_name
from service_catalog_events event
left join account_block account on account.account = event.account
left join view_service_catalog_versions version
  on version.product_id = event.product_id and version.provisioning_artifact_id = event.provisioning_artifact_id
where event.error_code is not null;

comment on view view_service_catalog_failures is 'Calls that Service Catalog refused, and why.';

select
  admin.describe('view_service_catalog_versions', null, $${
    "provisioning_artifact_id": "Id of the version: pa-….", "first_used_at": "When it was first used, by any account.", "last_used_at": "When it was last used, by any account.", "version_number": "Its place in the order of first use, from 1.",
    "versions_behind": "Versions of the product that were first used after it.", "products_in_use": "Provisioned products that have it now."
  }$$),
  admin.describe('view_service_catalog_products', null, $${
    "product_name": "Name of the product, where any of its events has it.", "provisioning_artifact_id": "Id of its version: pa-….", "provisioning_artifact_name": "Name of its version, where any event has it.",
    "versions_behind": "Versions of the product that were first used after its own; null: its version was never seen in use.", "age_days": "Days since it was provisioned."
  }$$),
  admin.describe('view_service_catalog_usage', null, $${
    "day": "Day of the calls (UTC).", "provisioning_artifact_id": "Id of the version: pa-….", "owner": "Owner of the provisioned product now, else the one that the call set.", "provisioned": "Calls that provisioned.", "updated": "Calls that updated.", "terminated": "Calls that terminated.", "failed": "Calls that were refused."
  }$$),
  admin.describe('view_service_catalog_lifetimes', null, $${
    "provisioned_at": "When it was provisioned; null: before the events that are known.", "terminated_at": "When it was terminated; null: it lives.", "is_live": "Whether it exists now.", "lifetime_days": "Days from its beginning to its end, or to now.", "updates": "Times that it was updated."
  }$$),
  admin.describe('view_service_catalog_failures', null, '{"provisioning_artifact_id": "Id of the version: pa-…."}');
