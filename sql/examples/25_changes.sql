-- What changed

-- history_settings: which tables have a history, and for how long
select relation, keep_days, reason from history_settings order by keep_days is null, relation;

-- watched_columns: columns of which another value is no change, and why
select relation, column_name, reason from watched_columns where not is_watched order by relation, column_name;

-- row_changes: how much history there is
select count(*) as changes, count(distinct (relation, row_id)) as rows, min(at) as since from row_changes;

-- changes: how much appeared, changed, disappeared and came back
select
  count(*) filter (where kind = 'appeared') as appeared, count(*) filter (where kind = 'changed') as changed,
  count(*) filter (where kind = 'disappeared') as disappeared, count(*) filter (where kind = 'returned') as returned
from changes;
