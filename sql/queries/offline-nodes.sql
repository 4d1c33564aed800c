-- Which managed nodes don't answer, run an old agent or miss patches?
select
  node.account, node.account_name, node.account_region, node.instance_id, node.computer_name, node.ping_status,
  node.last_ping_date_time, node.is_latest_version as has_latest_agent, count(patch.id) as missing_patches
from view_inventory_instances node
left join view_inventory_patches patch
  on patch.instance_id = node.id and upper(patch.state) in ('MISSING', 'FAILED')
group by
  node.account, node.account_name, node.account_region, node.instance_id, node.computer_name, node.ping_status,
  node.last_ping_date_time, node.is_latest_version
having node.ping_status is distinct from 'Online' or node.is_latest_version is false or count(patch.id) > 0
order by node.account, node.instance_id;
