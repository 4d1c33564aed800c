create table quicksight_events (
  event_id uuid primary key,
  event_time timestamptz not null,
  event_name text not null,
  event_type text,
  account text not null,
  region text not null,
  activity text not null,
  user_name text,
  quicksight_user text,
  role_name text,
  identity_type text,
  identity_arn text,
  invoked_by text,
  dashboard_id text,
  dashboard_name text,
  analysis_id text,
  analysis_name text,
  data_set_id text,
  data_set_name text,
  data_source_id text,
  data_source_name text,
  folder_id text,
  folder_name text,
  users jsonb,
  rejected_users jsonb,
  source_ip text,
  user_agent text,
  error_code text,
  recorded_at timestamptz not null default now(),
  constraint quicksight_events_account check (account ~ '^\d{12}$'),
  constraint quicksight_events_activity check (activity in ('view', 'query', 'change', 'delete', 'user', 'account', 'service'))
);

create index quicksight_events_time on quicksight_events (event_time);

create index quicksight_events_user on quicksight_events (account, quicksight_user, event_time);

create index quicksight_events_dashboard on quicksight_events (account, dashboard_id, event_time) where dashboard_id is not null;

create index quicksight_events_analysis on quicksight_events (account, analysis_id, event_time) where analysis_id is not null;

create index quicksight_events_data_set on quicksight_events (account, data_set_id, event_time) where data_set_id is not null;

comment on table quicksight_events is 'What happened in QuickSight, from CloudTrail: history, each event once.';

comment on column quicksight_events.activity is 'What an event tells; service: QuickSight''s own work, such as a scheduled refresh.';

comment on column quicksight_events.user_name is 'The caller, as the record has it: a user''s name, or the name of a role''s session.';

comment on column quicksight_events.quicksight_user is 'Whose use it is, by the name under which QuickSight lists users (role/session of a role).';

comment on column quicksight_events.users is 'The users that the event is about: made, deleted, given access.';

comment on column quicksight_events.error_code is 'Why the call failed; it changed nothing then.';
