-- What was rejected, and why?
select
  snapshot.loaded_at, snapshot.key, coalesce(snapshot.reason, snapshot.outcome) as reason,
  bad.section, bad.natural_key, bad.column_name, coalesce(bad.value_class, snapshot.detail) as detail
from snapshots snapshot
left join rejected_rows bad on bad.snapshot_id = snapshot.id
where snapshot.outcome = 'rejected' or bad.id is not null
order by snapshot.loaded_at desc, snapshot.key, bad.section, bad.natural_key
limit 1000;
