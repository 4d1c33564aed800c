-- Which patches are missing, how grave are they, and on how many nodes?
select
  patch.severity, patch.classification, patch.title, patch.state, count(distinct patch.instance_id) as nodes,
  count(distinct patch.account) as accounts, string_agg(distinct node.platform, ', ' order by node.platform) as platforms
from view_inventory_patches patch
join view_inventory_instances node on node.id = patch.instance_id
where upper(patch.state) in ('MISSING', 'FAILED')
group by patch.severity, patch.classification, patch.title, patch.state
order by
  case lower(patch.severity) when 'critical' then 1 when 'important' then 2 when 'high' then 2 when 'medium' then 3 when 'moderate' then 3 when 'low' then 4 else 5 end,
  nodes desc, patch.title, patch.state;
