-- Which announced changes and open issues of AWS touch us, when, and how much of ours?
select
  event.start_time, account.account, account.account_name, event.service, event.region, event.event_type_code as event, event.event_type_category as category,
  event.status_code as status, event.end_time, jsonb_array_length(event.affected_entities) as affected,
  (select string_agg(entity ->> 'value', ', ' order by entity ->> 'value') from jsonb_array_elements(event.affected_entities) entity) as what
from health_events event
join account_block account on account.id = event.account_id
where event.removed_at is null and event.status_code in ('open', 'upcoming')
order by event.start_time, account.account, event.arn;
