create view view_assets as
select
  asset.account, block.account_name, block.project_product_name, asset.region, asset.kind, asset.resource_id, asset.arn,
  asset.name, asset.state, asset.class, asset.vpc_id, asset.subnet_id, asset.availability_zone, asset.engine,
  asset.engine_version, asset.runtime, asset.size_gb, asset.owner, asset.team, asset.application, asset.lifecycle,
  asset.environment, asset.tags, asset.details, asset.created_at, asset.first_seen_at, asset.last_event_name,
  asset.last_event_time, asset.describe_status, asset.described_at, asset.listed_at, asset.source,
  block.account_full, block.account_type, block.account_category
from assets asset
left join account_block block on block.account = asset.account
where asset.removed_at is null
union all
-- A kind in an account and Region that no event has spoken of yet is what the newest snapshot lists (sql/load/74_assets.sql).
select
  block.account, block.account_name, block.project_product_name, collection.region, collection.collector,
  case when collection.collector in ('ec2.instance', 'ebs.volume') then resource.resource_id
    when collection.collector like 'rds.%' and resource.details ? 'resource_id' then resource.details ->> 'resource_id'
    else listed_arn(collection.collector, resource.resource_id, block.account, collection.region) end,
  listed_arn(collection.collector, resource.resource_id, block.account, collection.region),
  coalesce(case when collection.collector in ('ec2.instance', 'ebs.volume') then listed_tags(resource.tags) ->> 'Name' end, nullif(resource.resource_name, '')),
  coalesce(resource.state, case when collection.collector = 'lambda.function' then 'Active' end),
  case collection.collector when 'ec2.instance' then resource.instance_type when 'ebs.volume' then resource.volume_type
    when 'lambda.function' then null else resource.instance_class end,
  nullif(resource.vpc_id, ''), resource.details ->> 'subnet_id',
  case when collection.collector <> 'lambda.function' then nullif(resource.availability_zone, '') end,
  case when collection.collector like 'rds.%' then resource.engine end, resource.details ->> 'engine_version',
  case when collection.collector = 'lambda.function' then resource.engine end,
  case when collection.collector <> 'lambda.function' then resource.size_gb end,
  asset_tag(listed_tags(resource.tags), 'owner'), asset_tag(listed_tags(resource.tags), 'team'),
  asset_tag(listed_tags(resource.tags), 'application'), asset_tag(listed_tags(resource.tags), 'lifecycle'),
  asset_tag(listed_tags(resource.tags), 'environment'), coalesce(listed_tags(resource.tags), '{}'), coalesce(resource.details, '{}'),
  case when collection.collector not in ('ec2.instance', 'lambda.function') then resource.creation_date end,
  resource.first_seen_at, null, null, null, null, coalesce(resource.listed_until, collection.latest_observed_at), 'snapshot',
  block.account_full, block.account_type, block.account_category
from (
  select unheard.id, unheard.account_id, unheard.region, unheard.collector, unheard.latest_observed_at
  from collections unheard
  join accounts account on account.id = unheard.account_id
  where unheard.collector in ('ec2.instance', 'ebs.volume', 'rds.dbinstance', 'rds.dbcluster', 'lambda.function') and unheard.period is null
    and not exists (
      select from assets asset
      where asset.account = account.account_id and asset.region = unheard.region and asset.kind = unheard.collector)
  -- Few are left after a while: they are found before their resources are looked at.
  offset 0
) collection
join account_block block on block.id = collection.account_id
join service_resources resource on resource.collection_id = collection.id
where resource.removed_at is null and coalesce(resource.state, '') not in ('shutting-down', 'terminated', 'deleting', 'deleted');

comment on view view_assets is 'Assets that exist now, by the newest fact known of each.';

create view view_removed_assets as
select
  asset.id, asset.account, block.account_name, asset.region, asset.kind, asset.resource_id, asset.arn, asset.name,
  asset.state, asset.class, asset.owner, asset.team, asset.application, asset.environment, asset.created_at,
  asset.first_seen_at, asset.removed_at, asset.removed_by, asset.removed_at - coalesce(asset.created_at, asset.first_seen_at) as lifetime,
  block.account_full, block.account_type, block.account_category, block.project_product_name
from assets asset
left join account_block block on block.account = asset.account
where asset.removed_at is not null;

create view view_asset_events as
select
  event.event_time, event.account, block.account_name, event.region, event.kind, event.arn, event.resource_id,
  event.event_name, event.change, event.error_code, event.requester, event.requester_name, event.invoked_by,
  event.source_ip, event.user_agent, event.facts, event.tags, event.event_id, event.recorded_at,
  block.account_full, block.account_type, block.account_category, block.project_product_name
from asset_events event
left join account_block block on block.account = event.account;

create view view_asset_changes_by_day as
select
  event.day, event.account, block.account_name, event.region, event.kind, event.created, event.changed, event.tagged, event.removed, event.failed,
  block.account_full, block.account_type, block.account_category, block.project_product_name
from (
  select
    (event_time at time zone 'UTC')::date as day, account, region, kind,
    count(*) filter (where error_code is null and change = 'created') as created,
    count(*) filter (where error_code is null and change = 'changed') as changed,
    count(*) filter (where error_code is null and change = 'tagged') as tagged,
    count(*) filter (where error_code is null and change = 'removed') as removed,
    count(*) filter (where error_code is not null) as failed
  from asset_events
  group by 1, 2, 3, 4
) event
left join account_block block on block.account = event.account;

comment on view view_asset_changes_by_day is 'Events by the day (UTC) they happened on. What only snapshots noticed is no event.';

create view view_unowned_assets as
select
  asset.account, asset.account_name, asset.region, asset.kind, asset.resource_id, asset.name, asset.state, asset.class,
  asset.created_at, asset.first_seen_at, asset.tags = '{}' as is_untagged, created.requester, created.requester_name,
  asset.account_full, asset.account_type, asset.account_category, asset.project_product_name
from view_assets asset
left join lateral (
  select event.requester, event.requester_name
  from asset_events event
  where event.arn = asset.arn and event.change = 'created' and event.error_code is null and event.event_time >= asset.first_seen_at
  order by event.event_time desc
  limit 1
) created on true
where asset.owner is null and asset.team is null;

comment on view view_unowned_assets is 'Assets that neither an owner''s nor a team''s tag speaks for, with whoever made them where that was seen.';

create view view_assets_by_team as
select
  coalesce(asset.team, asset.owner, 'None') as team, coalesce(asset.application, 'None') as application,
  coalesce(asset.environment, 'None') as environment, asset.kind, count(*) as assets,
  count(distinct asset.account) as accounts,
  count(*) filter (where lower(asset.state) in ('running', 'available', 'active', 'in-use')) as active,
  sum(asset.size_gb) as size_gb
from view_assets asset
group by coalesce(asset.team, asset.owner, 'None'), coalesce(asset.application, 'None'), coalesce(asset.environment, 'None'), asset.kind;

select
  admin.describe('view_assets', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "resource_id": "Identity: instance or volume id, DbiResourceId, DbClusterResourceId, function ARN.", "state": "State in the service's words; Active: a function that a snapshot lists.",
    "vpc_id": "VPC; null: none.", "availability_zone": "Zone, or zones separated by commas.", "engine": "Database engine.", "size_gb": "Storage in GiB.", "tags": "Tags: an object; empty also where they are not known.", "details": "What else is known of it, by kind.",
    "first_seen_at": "When it was first heard of."
  }$$),
  admin.describe('view_removed_assets', 'Assets that are gone, and how long they were there.', '{"lifetime": "From when it was made, or first heard of, to when it went."}'),
  admin.describe('view_asset_events', 'What happened to assets, failed calls included: filter by error_code.', '{}'),
  admin.describe('view_asset_changes_by_day', null, $${
    "day": "Day of the events (UTC).", "created": "Assets that were made.", "changed": "Changes of assets.", "tagged": "Changes of tags.", "removed": "Assets that were removed.", "failed": "Calls that failed and changed nothing."
  }$$),
  admin.describe('view_unowned_assets', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "resource_id": "Identity: instance or volume id, DbiResourceId, DbClusterResourceId, function ARN.", "state": "State in the service's words.", "first_seen_at": "When it was first heard of.",
    "is_untagged": "Whether it has no tag at all, or none that is known.", "requester": "ARN of who made it; null: that was not seen.", "requester_name": "The same by a name for people."
  }$$),
  admin.describe('view_assets_by_team', 'Assets that exist now, counted by whose they are.', $${
    "team": "Team, else owner, by the tags; None: neither.", "application": "Application, by the tags; None: none.", "environment": "Environment, by the tags; None: none.", "assets": "Assets.", "accounts": "Accounts that they are in.", "active": "Of assets, those that run or are available.",
    "size_gb": "Sum of their storage, GiB."
  }$$);
