-- Which subnets have less than a fifth of their addresses left?
select
  account.account, account.account_name, subnet.region, subnet.availability_zone, subnet.vpc_id, subnet.resource_id as subnet, subnet.resource_name as name,
  subnet.details ->> 'cidr_block' as cidr_block, subnet.available_ip_count as free, size.addresses,
  round(subnet.available_ip_count * 100.0 / size.addresses, 1) as free_percent
from service_resources subnet
join account_block account on account.id = subnet.account_id
-- AWS keeps five addresses of each subnet.
cross join lateral (select greatest(2 ^ (32 - masklen((subnet.details ->> 'cidr_block')::cidr)) - 5, 1)::numeric as addresses) size
where subnet.resource_type = 'Subnet' and subnet.removed_at is null and subnet.available_ip_count < size.addresses / 5
order by free_percent, account.account, subnet;
