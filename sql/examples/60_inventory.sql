-- Inventory

-- service_resources: buckets by encryption
select details ->> 'encryption' as encryption, count(*) as buckets from service_resources where removed_at is null and service_name = 'S3' group by 1 order by buckets desc;

-- config_inventory: resources by type, of all types
select resource_type, count(*) as resources from config_inventory where removed_at is null group by resource_type order by resources desc limit 30;

-- inventory_instances: nodes by platform
select platform, platform_version, count(*) as nodes from inventory_instances where removed_at is null group by platform, platform_version order by nodes desc;

-- inventory_applications: versions of a package in use
select name, version, count(distinct instance_id) as nodes from inventory_applications where removed_at is null and name like 'openssl%' group by name, version order by nodes desc;

-- inventory_patches: patches by state
select state, severity, count(*) as patches from inventory_patches where removed_at is null group by state, severity order by patches desc;

-- view_service_resources: instances that run, by type
select instance_type, count(*) as instances from view_service_resources where resource_type = 'Instance' and state = 'running' group by instance_type order by instances desc;

-- view_service_resources_summary: resources by account and Region
select account_name, resource_region, sum(resource_count) as resources, sum(inactive_resources) as inactive from view_service_resources_summary group by 1, 2 order by resources desc;

-- view_config_inventory: resources by account, of all types
select account_full, count(*) as resources, count(distinct resource_type) as types from view_config_inventory group by account_full order by resources desc;

-- view_inventory_instances: nodes that don't answer
select account_full, instance_id, computer_name, ping_status, last_ping_date_time from view_inventory_instances where ping_status <> 'Online' order by last_ping_date_time;

-- view_inventory_applications: nodes with a package
select account_full, ii_instance_id, name from view_inventory_applications where name like 'openssl%' order by account_full, ii_instance_id;

-- view_inventory_patches: nodes that miss patches
select account_full, instance_name, count(*) as missing from view_inventory_patches where upper(state) = 'MISSING' group by account_full, instance_name order by missing desc;
