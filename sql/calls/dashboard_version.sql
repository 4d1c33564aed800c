-- What everything visible is known by: two snapshots are alike only if no transaction that wrote anything ended, or began, in between.
select pg_current_snapshot()::text
