-- Events of QuickSight in, each once. Nothing is kept beside them: what follows from them is in the views, so neither the order nor the
-- number of times in which events arrive makes a difference. One order of keys for all, so that two batches can't wait for each other.
create function load.usage(rows json) returns bigint language sql as $$
  with inserted as (
    insert into public.quicksight_events (event_id, event_time, event_name, event_type, account, region, activity, user_name, quicksight_user,
      role_name, identity_type, identity_arn, invoked_by, dashboard_id, dashboard_name, analysis_id, analysis_name, data_set_id, data_set_name,
      data_source_id, data_source_name, folder_id, folder_name, users, rejected_users, source_ip, user_agent, error_code)
    select r.event_id, r.event_time, r.event_name, r.event_type, r.account, r.region, r.activity, r.user_name, r.quicksight_user,
      r.role_name, r.identity_type, r.identity_arn, r.invoked_by, r.dashboard_id, r.dashboard_name, r.analysis_id, r.analysis_name, r.data_set_id,
      r.data_set_name, r.data_source_id, r.data_source_name, r.folder_id, r.folder_name, r.users, r.rejected_users, r.source_ip, r.user_agent,
      r.error_code
    from json_populate_recordset(null::public.quicksight_events, rows) r
    order by r.event_id
    on conflict (event_id) do nothing
    returning 1
  )
  select count(*) from inserted
$$;
