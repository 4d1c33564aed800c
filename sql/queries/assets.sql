-- Which assets exist now, and whose are they?
select
  account, account_name, region, kind, resource_id, name, state, class, team, owner, application, environment,
  last_event_name, last_event_time, source
from view_assets
order by account, region, kind, resource_id;
