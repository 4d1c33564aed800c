-- Which volumes, databases and buckets are not encrypted?
select
  account.account, account.account_name, account.account_type, stored.region, stored.service_name as service, stored.resource_type as kind,
  stored.resource_id, stored.resource_name, stored.size_gb, stored.state
from service_resources stored
join account_block account on account.id = stored.account_id
where stored.removed_at is null
  and (stored.service_name in ('EBS', 'RDS') and stored.details ->> 'encrypted' = 'false'
    or stored.service_name = 'S3' and stored.details ->> 'encryption' = 'none')
order by account.account, service, stored.region, stored.resource_id;
