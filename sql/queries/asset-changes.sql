-- What happened to assets lately, and who did it?
select
  event_time, account, region, kind, coalesce(resource_id, arn) as resource, event_name, change, error_code,
  coalesce(requester_name, invoked_by, requester) as who
from view_asset_events
order by event_time desc, event_id, arn
limit 200;
