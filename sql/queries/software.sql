-- Which software is installed on managed nodes, in how many versions, and where is the oldest?
select
  application.name, count(distinct application.version) as versions, count(distinct application.instance_id) as nodes,
  count(distinct application.account_id) as accounts, string_agg(distinct application.version, ', ' order by application.version) as which
from inventory_applications application
join inventory_instances node on node.id = application.instance_id and node.removed_at is null
where application.removed_at is null
group by application.name
order by versions desc, nodes desc, application.name
limit 500;
