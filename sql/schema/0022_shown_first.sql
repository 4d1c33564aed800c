-- What the sheet of changes counts is in an index, newest first; the other index also finds what is no change in the end (a value that a document took
-- back), to be forgotten in its time.
create index row_changes_latest on row_changes (at desc nulls last) include (account_id, relation, kind, day, column_name)
where kind <> 'changed' or old is distinct from new;

-- Without it the planner takes the events of two months for a handful, and sorts what it could put into a hash.
create statistics asset_events_day on ((event_time at time zone 'UTC')::date) from asset_events;
