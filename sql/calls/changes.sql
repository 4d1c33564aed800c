-- The Data API answers with 1 MiB at most: one page of many, and of each value what one can read.
select
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, account, account_name, region, table_name as "table", kind, left(natural_key, 500) as key, label,
  column_name as "column", left(old_value, 1000) as old, left(new_value, 1000) as new, document
from changes
where at >= cast(:since as timestamptz) and at < cast(:until as timestamptz)
  and (cast(:account as text) is null or :account in (account, account_name, account_full))
  and (cast(:table as text) is null or table_name = :table)
  and (cast(:kind as text) is null or kind = :kind)
order by changes.at desc nulls last, account, changes.region, table_name, natural_key, kind, column_name, old_value, new_value
limit cast(:limit as int) offset cast(:offset as int)
