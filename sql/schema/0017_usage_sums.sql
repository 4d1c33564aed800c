create table quicksight_visits (
  event_id uuid primary key,
  event_time timestamptz not null,
  day date not null,
  account text not null,
  region text not null,
  event_name text not null,
  kind text not null,
  asset_id text not null,
  quicksight_user text,
  identity_type text,
  constraint quicksight_visits_kind check (kind in ('dashboard', 'analysis'))
);

create index quicksight_visits_time on quicksight_visits (event_time);

create index quicksight_visits_asset on quicksight_visits (account, region, kind, asset_id, coalesce(quicksight_user, ''), event_time);

comment on table quicksight_visits is 'The events that are visits: of several traces that one opening of a dashboard or an analysis leaves, one. Follows from quicksight_events.';

create table quicksight_asset_uses (
  account text not null,
  region text not null,
  kind text not null,
  asset_id text not null,
  quicksight_user text not null,
  uses integer not null,
  last_use timestamptz not null,
  constraint quicksight_asset_uses_pkey primary key (account, region, kind, asset_id, quicksight_user),
  constraint quicksight_asset_uses_kind check (kind in ('dashboard', 'analysis', 'data_set'))
);

comment on table quicksight_asset_uses is 'How often each user visited a dashboard or an analysis, or queried a data set. Follows from quicksight_events.';

comment on column quicksight_asset_uses.quicksight_user is 'Empty: not known.';

create table quicksight_user_acts (
  account text not null,
  quicksight_user text not null,
  first_activity timestamptz not null,
  last_activity timestamptz not null,
  queries bigint not null,
  changes bigint not null,
  constraint quicksight_user_acts_pkey primary key (account, quicksight_user)
);

comment on table quicksight_user_acts is 'What each user did, and from when until when. Follows from quicksight_events.';

create table quicksight_told_assets (
  account text not null,
  region text not null,
  kind text not null,
  asset_id text not null,
  name text,
  named_at timestamptz,
  named_by uuid,
  created_time timestamptz,
  deleted_time timestamptz,
  seen_time timestamptz,
  updates bigint not null,
  last_update timestamptz,
  constraint quicksight_told_assets_pkey primary key (account, region, kind, asset_id),
  constraint quicksight_told_assets_kind check (kind in ('dashboard', 'analysis', 'data_set'))
);

comment on table quicksight_told_assets is 'What events tell of dashboards, analyses and data sets. Follows from quicksight_events.';

comment on column quicksight_told_assets.seen_time is 'The newest event about it that is not its deletion.';

create index quicksight_events_people on quicksight_events (account)
  where event_name in ('BatchCreateUser', 'CreateUser', 'RegisterUser', 'DeleteUser') and error_code is null;

-- Views look at the sums now.
drop index quicksight_events_user;

drop index quicksight_events_data_set;
