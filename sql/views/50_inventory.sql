create view view_inventory_instances as
select
  node.id, node.account_id, node.instance_id, node.instance_type, node.platform, node.ip_address, node.computer_name,
  node.ping_status, node.last_ping_date_time, node.agent_version, node.created_at, node.platform_type,
  node.platform_version, node.is_latest_version, node.association_status, node.association_execution_date,
  node.association_success_date,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from inventory_instances node
join account_block account on account.id = node.account_id
left join collections collection on collection.id = node.collection_id
where node.removed_at is null;

create view view_inventory_applications as
select
  application.name, node.id as ii_id, node.account_id as ii_account_id, node.instance_id as ii_instance_id,
  node.instance_type, node.platform, node.ip_address, node.computer_name, node.ping_status, node.last_ping_date_time,
  node.agent_version, node.platform_type, node.platform_version, node.is_latest_version, node.association_status,
  node.association_execution_date, node.association_success_date, node.created_at as ii_created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from inventory_applications application
join inventory_instances node on node.id = application.instance_id
join account_block account on account.id = node.account_id
left join collections collection on collection.id = node.collection_id
where application.removed_at is null and node.removed_at is null;

create view view_inventory_patches as
select
  patch.id, patch.account_id, patch.instance_id, patch.title, patch.classification, patch.severity, patch.state,
  patch.installed_time, patch.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name, node.instance_id as instance_name, node.instance_type
from inventory_patches patch
join inventory_instances node on node.id = patch.instance_id
join account_block account on account.id = node.account_id
left join collections collection on collection.id = node.collection_id
where patch.removed_at is null and node.removed_at is null;

create view view_service_resources as
select
  resource.id, resource.account_id, resource.service_name, resource.resource_type, resource.resource_id,
  resource.resource_name, resource.region, resource.availability_zone, resource.state, resource.instance_type,
  resource.vpc_id, resource.engine, resource.instance_class, resource.multi_az, resource.size_gb,
  resource.volume_type, resource.creation_date, resource.type, resource.scheme, resource.instance_count,
  resource.min_size, resource.max_size, resource.available_ip_count, resource.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from service_resources resource
join account_block account on account.id = resource.account_id
left join collections collection on collection.id = resource.collection_id
where resource.removed_at is null;

create view view_service_resources_summary as
select
  account.account as account_id, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  resource.service_name, resource.resource_type, resource.region as resource_region, resource.availability_zone,
  count(*) as resource_count,
  count(*) filter (
    where lower(resource.state) in ('running', 'available', 'active', 'in-use')
      -- A list of functions gives no state: what is listed can be invoked.
      or (resource.state is null and resource.resource_type = 'Function')) as active_resources,
  count(*) filter (
    where lower(resource.state) in (
      'stopped', 'stopping', 'inactive', 'shutting-down', 'terminated', 'deleting', 'deleted', 'failed', 'error'))
    as inactive_resources
from service_resources resource
join account_block account on account.id = resource.account_id
left join collections collection on collection.id = resource.collection_id
where resource.removed_at is null
group by
  account.account, collection.region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, resource.service_name,
  resource.resource_type, resource.region, resource.availability_zone;

comment on view view_service_resources_summary is 'Resources counted by account, kind and place. States in between (pending, creating) are neither active nor inactive.';

create view view_config_inventory as
select
  resource.id, resource.account_id, resource.resource_type, resource.resource_subtype, resource.resource_id,
  resource.resource_name, resource.region, resource.availability_zone, resource.state, resource.instance_type,
  resource.instance_class, resource.engine, resource.vpc_id, resource.size_gb, resource.volume_type,
  resource.creation_date, resource.multi_az, resource.scheme, resource.type, resource.instance_count,
  resource.min_size, resource.max_size, resource.available_ip_count, resource.created_at, resource.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from config_inventory resource
join account_block account on account.id = resource.account_id
left join collections collection on collection.id = resource.collection_id
where resource.removed_at is null;

select
  admin.describe('view_inventory_instances', 'Nodes that Systems Manager manages now.', '{}'),
  admin.describe('view_inventory_applications', 'Software on managed nodes, with the node.', $${
    "ii_id": "The node: inventory_instances.id.", "ii_account_id": "The account: accounts.id.", "ii_instance_id": "Id of the node: i-… or mi-….", "ii_created_at": "When the node's row was written first."
  }$$),
  admin.describe('view_inventory_patches', 'Patches of managed nodes in every state.', $${
    "instance_id": "The node: inventory_instances.id.", "instance_name": "Id of the node: i-… or mi-…."
  }$$),
  admin.describe('view_service_resources', 'Resources that exist now, by service.', '{}'),
  admin.describe('view_service_resources_summary', null, $${
    "account_id": "The 12 digits of the account.", "resource_region": "Region that the resources are in.", "resource_count": "Resources.",
    "active_resources": "Of resource_count, those that run or are available; functions are.", "inactive_resources": "Of resource_count, those that are stopped, failed or going."
  }$$),
  admin.describe('view_config_inventory', 'Resources of every type that exist now, as AWS Config or Resource Explorer knows them.', '{}');
