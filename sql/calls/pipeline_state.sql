select
  (select count(*) from pipeline_health where state <> 'reporting') as silent_accounts,
  (select count(*) from freshness where is_stale) as stale_collectors,
  (select count(*) from snapshots where outcome = 'rejected' and loaded_at > now() - interval '1 day') as rejected_documents,
  (select count(*) from rejected_rows where created_at > now() - interval '1 day') as rejected_rows,
  (select extract(epoch from now() - max(observed_at))::bigint from snapshots where outcome <> 'rejected') as snapshot_age
