-- Which accounts are without GuardDuty, Security Hub, Inspector, AWS Config or CloudTrail, and where of those places have they resources?
with used as (
  select distinct account_id, region from service_resources where removed_at is null and service_name <> 'VPC' and region <> 'Global'
), guarded (collector, service) as (
  values ('security.guard_duty', 'GuardDuty'), ('security.security_hub', 'Security Hub'), ('security.inspector', 'Inspector'), ('config', 'AWS Config')
), found as (
  select
    state.account_id, guarded.service, count(*) filter (where state.enumerated) as regions_on, count(*) filter (where state.status = 'not_enabled') as regions_off,
    count(*) filter (where not state.enumerated and state.status not in ('not_enabled', 'region_disabled')) as regions_not_known,
    string_agg(state.region, ', ' order by state.region) filter (where state.status = 'not_enabled' and used.region is not null) as off_where_resources_are
  from collector_states state
  join guarded using (collector)
  left join used on used.account_id = state.account_id and used.region = state.region
  group by state.account_id, guarded.service
  union all
  -- Trails of all Regions are listed in one: an account has one that logs, or none.
  select state.account_id, 'CloudTrail', 0, count(*), 0, string_agg(state.region, ', ' order by state.region) filter (where used.region is not null)
  from collector_states state
  left join used on used.account_id = state.account_id and used.region = state.region
  where state.collector = 'security.cloudtrail' and state.enumerated
    and not exists (select from cloudtrail_logs trail where trail.account_id = state.account_id and trail.removed_at is null and trail.is_logging is not false)
  group by state.account_id
)
select
  account.account, account.account_name, account.account_type, found.service, found.regions_on, found.regions_off, found.regions_not_known, found.off_where_resources_are
from found
join account_block account on account.id = found.account_id
where found.regions_off + found.regions_not_known > 0
order by found.off_where_resources_are is null, account.account, found.service;
