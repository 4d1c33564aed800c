-- What changed most in the week before the newest document, by table, kind and column?
select
  changes.table_name, changes.kind, changes.column_name, count(*) as changes, count(distinct changes.account) as accounts,
  min(changes.at) as first_at, max(changes.at) as last_at
from changes
where changes.at > (select max(observed_at) - interval '7 days' from snapshots where outcome <> 'rejected')
group by changes.table_name, changes.kind, changes.column_name
order by changes desc, changes.table_name, changes.kind, changes.column_name
limit 100;
