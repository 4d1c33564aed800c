-- QuickSight: what the trail tells of its use, beside what snapshots list. All periods end with the newest event that is known, not with
-- today: a trail that stopped must not make everybody idle.
create view view_quicksight_horizon as
select min(event_time) as known_since, max(event_time) as known_until from quicksight_events;

comment on view view_quicksight_horizon is 'The time that QuickSight''s events are known of. Nothing earlier is known: who is called idle may have been there before known_since.';

create view view_quicksight_visits as
select event_id, event_time, day, account, region, event_name, kind, asset_id, quicksight_user, identity_type from quicksight_visits;

comment on view view_quicksight_visits is 'Dashboards and analyses that were opened, one row a visit.';

-- What exists, or once did: listed by a snapshot, or named by an event.
create view view_quicksight_assets as
with listed as (
  select a.account_id as account, c.region, 'dashboard' as kind, d.dashboard_id as asset_id, d.name, d.created_time, d.last_published_time as changed_time,
    d.data_set_ids, d.removed_at is not null as is_removed, coalesce(d.listed_until, c.latest_observed_at) as listed_at
  from quicksight_dashboards d join collections c on c.id = d.collection_id join accounts a on a.id = d.account_id
  union all
  select a.account_id, c.region, 'analysis', n.analysis_id, n.name, n.created_time, n.last_updated_time, n.data_set_ids,
    n.removed_at is not null or n.status = 'DELETED', coalesce(n.listed_until, c.latest_observed_at)
  from quicksight_analyses n join collections c on c.id = n.collection_id join accounts a on a.id = n.account_id
  union all
  select a.account_id, c.region, 'data_set', s.data_set_id, s.name, s.created_time, s.last_updated_time, s.data_set_ids,
    s.removed_at is not null, coalesce(s.listed_until, c.latest_observed_at)
  from quicksight_data_sets s join collections c on c.id = s.collection_id join accounts a on a.id = s.account_id
)
select
  account, region, kind, asset_id, coalesce(listed.name, told.name) as name, coalesce(listed.created_time, told.created_time) as created_time,
  listed.changed_time, listed.data_set_ids, listed.asset_id is not null as is_listed,
  -- The newest word counts: a snapshot's list, an event about it, or its deletion.
  coalesce(listed.is_removed, false)
    or coalesce(told.deleted_time >= coalesce(greatest(listed.listed_at, told.seen_time), '-infinity'), false) as is_deleted
from listed full join quicksight_told_assets told using (account, region, kind, asset_id);

comment on view view_quicksight_assets is 'Dashboards, analyses and data sets that snapshots list or events name, deleted ones included.';

create view view_quicksight_popularity as
with visited as (
  select account, region, kind, asset_id, sum(uses)::bigint as visits, count(*) filter (where quicksight_user <> '') as visitors, max(last_use) as last_visit
  from quicksight_asset_uses
  where kind <> 'data_set'
  group by account, region, kind, asset_id
), lately as (
  select account, region, kind, asset_id, count(*) as visits
  from quicksight_visits
  where event_time > (select known_until from view_quicksight_horizon) - interval '30 days'
  group by account, region, kind, asset_id
)
select
  asset.account, account.account_name, account.account_full, asset.region, asset.kind, asset.asset_id, asset.name, asset.is_deleted,
  coalesce(visited.visits, 0) as visits, coalesce(visited.visitors, 0) as visitors, coalesce(lately.visits, 0) as visits_30_days,
  visited.last_visit, coalesce(told.updates, 0) as updates, told.last_update, asset.created_time, asset.changed_time,
  jsonb_array_length(asset.data_set_ids) as data_sets, account.account_type, account.account_category, account.project_product_name
from view_quicksight_assets asset
left join visited using (account, region, kind, asset_id)
left join lately using (account, region, kind, asset_id)
left join quicksight_told_assets told using (account, region, kind, asset_id)
left join account_block account on account.account = asset.account
where asset.kind <> 'data_set';

comment on view view_quicksight_popularity is 'How often each dashboard and analysis was opened and updated, and by how many users.';

create view view_quicksight_dashboards as
select account, account_name, account_full, region, asset_id as dashboard_id, name, is_deleted, visits, visitors, visits_30_days, last_visit,
  updates, last_update, created_time, changed_time as published_time, data_sets, account_type, account_category, project_product_name
from view_quicksight_popularity where kind = 'dashboard';

create view view_quicksight_analyses as
select account, account_name, account_full, region, asset_id as analysis_id, name, is_deleted, visits, visitors, visits_30_days, last_visit,
  updates, last_update, created_time, changed_time as updated_time, data_sets, account_type, account_category, project_product_name
from view_quicksight_popularity where kind = 'analysis';

-- A data set is used by what shows it, and by what shows a data set that is made of it.
create view view_quicksight_data_set_uses as
with recursive asset as materialized (
  select account, region, kind, asset_id, name, is_deleted, data_set_ids from view_quicksight_assets
), made_of as (
  select account, region, asset_id as data_set_id, asset_id as part_id
  from asset
  where kind = 'data_set'
  union
  select made_of.account, made_of.region, made_of.data_set_id, part.id
  from made_of
  join asset on asset.account = made_of.account and asset.region = made_of.region and asset.kind = 'data_set' and asset.asset_id = made_of.part_id
  cross join lateral jsonb_array_elements_text(asset.data_set_ids) part (id)
), shown as materialized (
  select asset.account, asset.region, asset.kind, asset.asset_id, asset.name, used.id as data_set_id
  from asset cross join lateral jsonb_array_elements_text(asset.data_set_ids) used (id)
  where asset.kind <> 'data_set' and not asset.is_deleted
)
select made_of.account, made_of.region, made_of.part_id as data_set_id, shown.kind, shown.asset_id, shown.name
from made_of join shown using (account, region, data_set_id)
union
select account, region, part_id, 'data_set', data_set_id, null
from made_of
where part_id <> data_set_id;

comment on view view_quicksight_data_set_uses is 'Which dashboards, analyses and data sets use a data set, directly or by way of another data set.';

-- What is asked for often is gathered first: what the planner takes for a handful of rows it would make anew for each data set.
create view view_quicksight_data_set_use as
with uses as materialized (
  select account, region, data_set_id, kind, asset_id from view_quicksight_data_set_uses
), acted as materialized (
  select account, region, kind, asset_id, sum(uses) as uses, max(last_use) as last_use
  from quicksight_asset_uses
  group by account, region, kind, asset_id
), used as materialized (
  select account, region, data_set_id, coalesce(sum(uses) filter (where kind <> 'data_set'), 0)::bigint as visits,
    coalesce(sum(uses) filter (where kind = 'data_set'), 0)::bigint as queries, max(last_use) as last_used
  from (
    select u.account, u.region, u.data_set_id, u.kind, a.uses, a.last_use from uses u join acted a using (account, region, kind, asset_id)
    union all
    select account, region, asset_id, kind, uses, last_use from acted where kind = 'data_set'
  ) act
  group by account, region, data_set_id
), counted as materialized (
  select account, region, data_set_id, count(*) filter (where kind = 'dashboard') as dashboards,
    count(*) filter (where kind = 'analysis') as analyses, count(*) filter (where kind = 'data_set') as data_sets
  from uses
  group by account, region, data_set_id
), unknown as materialized (
  -- Something of which is not known what it shows may show any of the Region's data sets.
  select account, region from view_quicksight_assets where kind <> 'data_set' and not is_deleted and data_set_ids is null group by account, region
)
select
  asset.account, account.account_name, account.account_full, asset.region, asset.asset_id as data_set_id, asset.name, stored.import_mode, stored.spice_bytes,
  asset.created_time, asset.changed_time as updated_time,
  coalesce(counted.dashboards, 0) as dashboards, coalesce(counted.analyses, 0) as analyses, coalesce(counted.data_sets, 0) as data_sets,
  coalesce(used.visits, 0) as visits, coalesce(used.queries, 0) as queries, used.last_used,
  extract(day from horizon.known_until - used.last_used)::integer as days_unused,
  horizon.known_since is not null and coalesce(used.last_used, '-infinity') < horizon.known_until - interval '90 days'
    and coalesce(asset.created_time, '-infinity') < horizon.known_until - interval '90 days' as is_unused,
  coalesce(horizon.known_since <= horizon.known_until - interval '90 days', false) and unknown.account is null as is_certain,
  account.account_type, account.account_category, account.project_product_name
from view_quicksight_assets asset
cross join view_quicksight_horizon horizon
left join (
  select a.account_id as account, c.region, s.data_set_id as asset_id, s.import_mode, s.spice_bytes
  from quicksight_data_sets s join collections c on c.id = s.collection_id join accounts a on a.id = s.account_id
) stored using (account, region, asset_id)
left join used on used.account = asset.account and used.region = asset.region and used.data_set_id = asset.asset_id
left join counted on counted.account = asset.account and counted.region = asset.region and counted.data_set_id = asset.asset_id
left join unknown on unknown.account = asset.account and unknown.region = asset.region
left join account_block account on account.account = asset.account
where asset.kind = 'data_set' and not asset.is_deleted;

comment on view view_quicksight_data_set_use is 'What view_quicksight_data_sets tells, without the number of users, which takes most of its time.';

-- People are told apart by a number that stands for the data set: that is where a long history costs.
create view view_quicksight_data_sets as
with uses as materialized (
  select account, region, data_set_id, kind, asset_id, dense_rank() over (order by account, region, data_set_id)::integer as number
  from (
    select account, region, data_set_id, kind, asset_id from view_quicksight_data_set_uses
    union all
    select account, region, asset_id, 'itself', asset_id from view_quicksight_assets where kind = 'data_set'
  ) use
), person as materialized (
  select distinct u.number, a.quicksight_user
  from quicksight_asset_uses a
  join uses u on u.account = a.account and u.region = a.region and u.asset_id = a.asset_id and case u.kind when 'itself' then 'data_set' else u.kind end = a.kind
  where a.quicksight_user <> ''
), used as materialized (
  select u.account, u.region, u.data_set_id, p.users
  from (select number, count(*) as users from person group by number) p
  join (select distinct number, account, region, data_set_id from uses) u using (number)
)
select
  account, use.account_name, use.account_full, region, data_set_id, use.name, use.import_mode, use.spice_bytes, use.created_time, use.updated_time,
  use.dashboards, use.analyses, use.data_sets, use.visits, use.queries, coalesce(used.users, 0) as users, use.last_used, use.days_unused, use.is_unused, use.is_certain,
  use.account_type, use.account_category, use.project_product_name
from view_quicksight_data_set_use use
left join used using (account, region, data_set_id);

comment on view view_quicksight_data_sets is 'Data sets that exist, what uses them, and how much. is_unused: nothing opened or queried it in the 90 days before the newest known event. is_certain: events are known that far back, and what every dashboard and analysis shows is known.';

create view view_quicksight_unused_data_sets as
select account, account_name, account_full, region, data_set_id, name, import_mode, spice_bytes, created_time, last_used, days_unused,
  dashboards, analyses, data_sets, is_certain, account_type, account_category, project_product_name
from view_quicksight_data_set_use
where is_unused;

comment on view view_quicksight_unused_data_sets is 'Data sets that nobody used for 90 days, and the SPICE capacity (bytes) that they hold.';

create view view_quicksight_users as
with visited as (
  select account, quicksight_user, sum(uses) as visits, max(last_use) as last_visit
  from quicksight_asset_uses
  where kind <> 'data_set' and quicksight_user <> ''
  group by account, quicksight_user
), acted as materialized (
  select account, quicksight_user, act.first_activity, act.last_activity, visited.last_visit, visited.visits, act.queries, act.changes
  from quicksight_user_acts act left join visited using (account, quicksight_user)
), listed as materialized (
  select u.id, a.account_id as account, u.user_name, u.namespace, u.role, u.identity_type, u.active, u.principal_id
  from quicksight_users u join accounts a on a.id = u.account_id
  where u.removed_at is null
), made as materialized (
  -- Of users, snapshots don't tell since when they are there.
  select e.account, named.user_name, max(e.event_time) filter (where e.event_name <> 'DeleteUser') as made_at,
    max(e.event_time) filter (where e.event_name = 'DeleteUser') as deleted_at
  from quicksight_events e cross join lateral jsonb_array_elements_text(e.users) named (user_name)
  where e.event_name in ('BatchCreateUser', 'CreateUser', 'RegisterUser', 'DeleteUser') and e.error_code is null
  group by e.account, named.user_name
), known as (
  select account, user_name as quicksight_user, id from listed
  union
  -- Events of IAM Identity Center tell the id of a user, no name.
  select account, substring(principal_id from '[^/]*$'), id from listed where identity_type = 'IAM_IDENTITY_CENTER'
), acted_by as (
  select acted.*, known.id as user_id from acted left join known using (account, quicksight_user)
), matched as (
  select listed.id, coalesce(listed.account, acted_by.account) as account, coalesce(listed.user_name, acted_by.quicksight_user) as user_name,
    listed.namespace, listed.role, listed.identity_type, listed.active, min(acted_by.first_activity) as first_activity,
    max(acted_by.last_activity) as last_activity, max(acted_by.last_visit) as last_visit, coalesce(sum(acted_by.visits), 0)::bigint as visits,
    coalesce(sum(acted_by.queries), 0)::bigint as queries, coalesce(sum(acted_by.changes), 0)::bigint as changes
  from listed full join acted_by on acted_by.user_id = listed.id
  group by 1, 2, 3, 4, 5, 6, 7
)
select
  matched.account, account.account_name, account.account_full, matched.user_name, matched.namespace, matched.role, matched.identity_type, matched.active,
  matched.id is not null as is_listed,
  coalesce(matched.role not in ('READER', 'READER_PRO', 'RESTRICTED_READER'), false) as is_author,
  matched.first_activity, matched.last_activity, matched.last_visit, matched.visits, matched.queries, matched.changes, made.made_at,
  extract(day from horizon.known_until - matched.last_activity)::integer as days_idle,
  coalesce(matched.last_activity >= horizon.known_until - interval '30 days', false) as is_active,
  horizon.known_since is not null
    and coalesce(matched.last_activity, '-infinity') < horizon.known_until - interval '60 days'
    and coalesce(made.made_at, '-infinity') < horizon.known_until - interval '60 days' as is_idle,
  coalesce(horizon.known_since <= horizon.known_until - interval '60 days', false) as is_certain,
  account.account_type, account.account_category, account.project_product_name
from matched
cross join view_quicksight_horizon horizon
left join made on made.account = matched.account and made.user_name = matched.user_name
left join account_block account on account.account = matched.account
where coalesce(made.deleted_at > greatest(made.made_at, matched.last_activity), false) is false;

comment on view view_quicksight_users is 'Users that snapshots list, and others whose activity is known (is_listed false: programs, and people who are gone). is_active: in the last 30 days before the newest known event; is_idle: not in the last 60; days_idle null: never; is_certain: events are known that far back.';

create view view_quicksight_idle_authors as
select account, account_name, account_full, user_name, namespace, role, identity_type, last_activity, days_idle, made_at, is_certain, account_type, account_category, project_product_name
from view_quicksight_users
where is_listed and is_author and is_idle;

comment on view view_quicksight_idle_authors is 'Authors'' seats that nobody used for 60 days.';

create view view_quicksight_visits_per_day as
select
  visit.day, visit.account, account.account_name, account.account_full, count(*) as visits, count(distinct visit.quicksight_user) as visitors,
  count(*) filter (where visit.kind = 'dashboard') as dashboard_visits, count(*) filter (where visit.kind = 'analysis') as analysis_visits,
  count(distinct visit.asset_id) filter (where visit.kind = 'dashboard') as dashboards, account.account_type, account.account_category, account.project_product_name
from view_quicksight_visits visit
left join account_block account on account.account = visit.account
group by visit.day, visit.account, account.account_name, account.account_full, account.account_type, account.account_category, account.project_product_name;

comment on view view_quicksight_visits_per_day is 'Visits and visitors of each day (UTC) and account.';

-- The five views of the published solution (usage analytics on Amazon QuickSight using AWS CloudTrail), by the names that its SQL gave to
-- their columns, so that its analysis works on them. Its user name was a role's; here it is the one that vw_users has.
create view vw_quicksight_bionbi as
select
  event.event_time at time zone 'UTC' as "Event Time", event.event_name as "Event Name", event.region as "AWS Region", event.account as "Account ID",
  coalesce(event.quicksight_user, event.user_name) as "User Name", coalesce(event.analysis_name, analysis.name, told_analysis.name) as "Analysis Name",
  coalesce(event.dashboard_name, dashboard.name, told_dashboard.name) as "Dashboard Name", date_trunc('day', event.event_time at time zone 'UTC') as "Event Date"
from quicksight_events event
left join (accounts a join collections c on c.account_id = a.id join quicksight_analyses analysis on analysis.collection_id = c.id)
  on a.account_id = event.account and c.region = event.region and analysis.analysis_id = event.analysis_id
left join (accounts b join collections d on d.account_id = b.id join quicksight_dashboards dashboard on dashboard.collection_id = d.id)
  on b.account_id = event.account and d.region = event.region and dashboard.dashboard_id = event.dashboard_id
left join quicksight_told_assets told_analysis
  on told_analysis.account = event.account and told_analysis.region = event.region and told_analysis.kind = 'analysis' and told_analysis.asset_id = event.analysis_id
left join quicksight_told_assets told_dashboard
  on told_dashboard.account = event.account and told_dashboard.region = event.region and told_dashboard.kind = 'dashboard'
    and told_dashboard.asset_id = event.dashboard_id;

create view vw_users as
select user_name as "User Name", role as "Role", active as "Active" from quicksight_users where removed_at is null;

create view vw_analysis as
select name as "Analysis Name", asset_id as "Analysis ID" from view_quicksight_assets where kind = 'analysis' and is_listed and not is_deleted;

create view vw_analysisdatasets as
select analysis.name as "Analysis Name", analysis.asset_id as "Analysis ID", used.id as "Dataset ID", data_set.name as "Dataset Name"
from view_quicksight_assets analysis
cross join lateral jsonb_array_elements_text(analysis.data_set_ids) used (id)
left join view_quicksight_assets data_set
  on data_set.account = analysis.account and data_set.region = analysis.region and data_set.kind = 'data_set' and data_set.asset_id = used.id
where analysis.kind = 'analysis' and analysis.is_listed and not analysis.is_deleted;

create view vw_datasets as
select name as "Dataset Name", import_mode as "Import Mode" from quicksight_data_sets where removed_at is null;

select
  admin.describe('view_quicksight_horizon', null, $${
    "known_since": "Oldest event that is known; null: none is.", "known_until": "Newest event that is known; null: none is."
  }$$),
  admin.describe('view_quicksight_assets', null, $${
    "name": "Name in the newest snapshot, else in the newest event.", "created_time": "When it was made; null: not known.", "changed_time": "When a dashboard was last published, or the others last changed.", "data_set_ids": "Ids of the data sets that it shows or is made of, an array; null: not known.",
    "is_listed": "Whether a snapshot lists, or once listed, it; false: events alone name it.", "is_deleted": "Whether the newest word about it is that it is gone."
  }$$),
  admin.describe('view_quicksight_popularity', null, $${
    "kind": "dashboard or analysis.", "asset_id": "Id of it.", "is_deleted": "Whether it is gone.", "visits": "Times that it was opened.", "visitors": "Users who opened it; one that is not known counts for none.", "visits_30_days": "Of visits, those in the 30 days before the newest known event.", "last_visit": "When it was last opened; null: never, as far as is known.",
    "created_time": "When it was made; null: not known.", "changed_time": "When a dashboard was last published, or an analysis last changed.", "data_sets": "Data sets that it shows; null: not known."
  }$$),
  admin.describe('view_quicksight_dashboards', 'Dashboards, how often they are opened, and by how many.', $${
    "dashboard_id": "Id.", "is_deleted": "Whether it is gone.", "visits": "Times that it was opened.", "visitors": "Users who opened it; one that is not known counts for none.", "visits_30_days": "Of visits, those in the 30 days before the newest known event.", "last_visit": "When it was last opened; null: never, as far as is known.",
    "created_time": "When it was made; null: not known.", "published_time": "When it was last published.", "data_sets": "Data sets that it shows; null: not known."
  }$$),
  admin.describe('view_quicksight_analyses', 'Analyses, how often they are opened, and by how many.', $${
    "analysis_id": "Id.", "is_deleted": "Whether it is gone.", "visits": "Times that it was opened.", "visitors": "Users who opened it; one that is not known counts for none.", "visits_30_days": "Of visits, those in the 30 days before the newest known event.", "last_visit": "When it was last opened; null: never, as far as is known.",
    "created_time": "When it was made; null: not known.", "updated_time": "When it was last changed.", "data_sets": "Data sets that it shows; null: not known."
  }$$),
  admin.describe('view_quicksight_data_set_uses', null, $${
    "data_set_id": "The data set that is used.", "kind": "What uses it: dashboard, analysis or data_set.", "asset_id": "Id of what uses it.", "name": "Name of what uses it; null: a data set."
  }$$),
  admin.describe('view_quicksight_data_set_use', null, $${
    "data_set_id": "Id.", "created_time": "When it was made; null: not known.", "updated_time": "When it was last changed.", "dashboards": "Dashboards that show it, also by way of another data set.", "analyses": "Analyses that show it, also by way of another data set.", "data_sets": "Data sets that are made of it.",
    "visits": "Visits of what shows it.", "queries": "Queries of people to it.", "last_used": "When it was last used either way; null: never, as far as is known.", "days_unused": "Days from then to the newest known event.", "is_unused": "Nothing opened or queried it in the 90 days before the newest known event, and it is older than that.",
    "is_certain": "Whether events are known for 90 days, and what every dashboard and analysis shows is known."
  }$$),
  admin.describe('view_quicksight_data_sets', null, $${
    "data_set_id": "Id.", "created_time": "When it was made; null: not known.", "updated_time": "When it was last changed.", "dashboards": "Dashboards that show it, also by way of another data set.", "analyses": "Analyses that show it, also by way of another data set.", "data_sets": "Data sets that are made of it.",
    "visits": "Visits of what shows it.", "queries": "Queries of people to it.", "last_used": "When it was last used either way; null: never, as far as is known.", "days_unused": "Days from then to the newest known event.", "is_unused": "Nothing opened or queried it in the 90 days before the newest known event, and it is older than that.",
    "is_certain": "Whether events are known for 90 days, and what every dashboard and analysis shows is known.",
    "users": "Users who used it; one that is not known counts for none."
  }$$),
  admin.describe('view_quicksight_unused_data_sets', null, $${
    "data_set_id": "Id.", "created_time": "When it was made; null: not known.", "last_used": "When it was last used either way; null: never, as far as is known.", "days_unused": "Days from then to the newest known event.", "dashboards": "Dashboards that show it, also by way of another data set.", "analyses": "Analyses that show it, also by way of another data set.", "data_sets": "Data sets that are made of it.", "is_certain": "Whether events are known for 90 days, and what every dashboard and analysis shows is known."
  }$$),
  admin.describe('view_quicksight_users', null, $${
    "user_name": "Name under which QuickSight lists the user, or under which events know it.",
    "is_listed": "Whether snapshots list the user; false: a program, or somebody who is gone.", "is_author": "Whether the seat is an author's or an administrator's.", "last_visit": "When the user last opened a dashboard or an analysis.", "visits": "Dashboards and analyses that the user opened.",
    "made_at": "When the user was made, where that was seen.", "days_idle": "Days from the last activity to the newest known event; null: never active, as far as is known.", "is_active": "Active in the 30 days before the newest known event.",
    "is_idle": "Not active in the 60 days before the newest known event, and older than that.", "is_certain": "Whether events are known for 60 days."
  }$$),
  admin.describe('view_quicksight_idle_authors', null, $${
    "user_name": "Name under which QuickSight lists the user.", "days_idle": "Days from the last activity to the newest known event; null: never active, as far as is known.", "made_at": "When the user was made, where that was seen.", "is_certain": "Whether events are known for 60 days."
  }$$),
  admin.describe('view_quicksight_visits_per_day', null, $${
    "visits": "Dashboards and analyses that were opened.", "visitors": "Users who opened any; those that are not known count for none.", "dashboard_visits": "Of visits, those of dashboards.", "analysis_visits": "Of visits, those of analyses.", "dashboards": "Dashboards that were opened."
  }$$),
  admin.describe('vw_quicksight_bionbi', 'Events of QuickSight, in the columns of the published solution (usage analytics on Amazon QuickSight using AWS CloudTrail).', $${
    "Event Time": "When it happened (UTC).", "Event Name": "The call or event.", "AWS Region": "Region of the event.", "Account ID": "The 12 digits of the account.", "User Name": "The user under the name that QuickSight lists, else the caller.",
    "Analysis Name": "Analysis that it is about.", "Dashboard Name": "Dashboard that it is about.", "Event Date": "Day of it (UTC)."
  }$$),
  admin.describe('vw_users', 'Users that are there now, in the columns of the published solution.', $${
    "User Name": "Name.", "Role": "Role.", "Active": "Whether the user has ever signed in."
  }$$),
  admin.describe('vw_analysis', 'Analyses that are there now, in the columns of the published solution.', $${
    "Analysis Name": "Name.", "Analysis ID": "Id."
  }$$),
  admin.describe('vw_analysisdatasets', 'Data sets that analyses show, in the columns of the published solution.', $${
    "Analysis Name": "Name of the analysis.", "Analysis ID": "Id of the analysis.", "Dataset ID": "Id of the data set.", "Dataset Name": "Name of the data set; null: it is not listed."
  }$$),
  admin.describe('vw_datasets', 'Data sets that are there now, in the columns of the published solution.', $${
    "Dataset Name": "Name.", "Import Mode": "SPICE or DIRECT_QUERY."
  }$$);
