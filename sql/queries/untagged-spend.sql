-- What is spent on resources whose tags name neither owner nor team (an estimate: the service's cost of the last 30 days, by their part of its resources)?
with billed (service_name, service) as (
  values
    ('EC2', 'Amazon Elastic Compute Cloud - Compute'), ('EBS', 'EC2 - Other'), ('RDS', 'Amazon Relational Database Service'),
    ('S3', 'Amazon Simple Storage Service'), ('Lambda', 'AWS Lambda'), ('ELB', 'Amazon Elastic Load Balancing'), ('DynamoDB', 'Amazon DynamoDB'),
    ('ECS', 'Amazon Elastic Container Service'), ('EKS', 'Amazon Elastic Container Service for Kubernetes')
), counted as (
  -- Where tags are not known, nobody can say; what nobody pays for is not asked.
  select
    account_id, service_name, count(*) as resources,
    count(*) filter (where coalesce(asset_tag(listed_tags(tags), 'owner'), asset_tag(listed_tags(tags), 'team')) is null) as untagged
  from service_resources
  where removed_at is null and tags is not null and service_name <> 'VPC'
  group by account_id, service_name
), spent as (
  select account_id, service, currency, sum(cost) as cost
  from view_acct_serv
  where date_to = date_from + 1 and date_from > (select max(date_from) from services where date_to = date_from + 1) - 30
  group by account_id, service, currency
)
select
  account.account, account.account_name, counted.service_name as service, counted.resources, counted.untagged, round(spent.cost, 2) as cost,
  round(spent.cost * counted.untagged / counted.resources, 2) as untagged_cost, spent.currency
from counted
join account_block account on account.id = counted.account_id
left join billed using (service_name)
left join spent on spent.account_id = counted.account_id and spent.service = billed.service
where counted.untagged > 0
order by untagged_cost desc nulls last, counted.untagged desc, account.account, service;
