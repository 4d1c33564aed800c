-- QuickSight: what there is, and who uses it

-- quicksight_users: seats by role
select role, count(*) as users from quicksight_users where removed_at is null group by role order by users desc;

-- quicksight_groups: groups and how many users they have
select group_name, jsonb_array_length(members) as users from quicksight_groups where removed_at is null order by users desc nulls last;

-- quicksight_dashboards: dashboards that were last published long ago
select name, published_version, last_published_time from quicksight_dashboards where removed_at is null order by last_published_time;

-- quicksight_analyses: analyses by status
select status, count(*) as analyses from quicksight_analyses where removed_at is null group by status order by analyses desc;

-- quicksight_data_sets: SPICE capacity by import mode
select import_mode, count(*) as data_sets, sum(spice_bytes) as spice_bytes from quicksight_data_sets where removed_at is null group by import_mode;

-- quicksight_events: what people do in QuickSight
select activity, event_name, count(*) as events from quicksight_events where error_code is null group by activity, event_name order by events desc;

-- quicksight_visits: visits by day
select day, count(*) as visits, count(distinct quicksight_user) as visitors from quicksight_visits group by day order by day desc;

-- quicksight_asset_uses: the most faithful visitors
select quicksight_user, sum(uses) as visits, max(last_use) as last_visit from quicksight_asset_uses where kind = 'dashboard' and quicksight_user <> '' group by 1 order by visits desc limit 20;

-- quicksight_user_acts: who changes most
select quicksight_user, changes, queries, last_activity from quicksight_user_acts order by changes desc limit 20;

-- quicksight_told_assets: what events tell of dashboards
select name, updates, last_update, deleted_time from quicksight_told_assets where kind = 'dashboard' order by updates desc;

-- view_quicksight_horizon: since when events are known
select known_since, known_until from view_quicksight_horizon;

-- view_quicksight_visits: the newest visits
select event_time, quicksight_user, kind, asset_id from view_quicksight_visits order by event_time desc limit 20;

-- view_quicksight_assets: what exists
select kind, count(*) as assets from view_quicksight_assets where not is_deleted group by kind order by kind;

-- view_quicksight_popularity: dashboards and analyses that nobody opens
select account_full, kind, name, last_visit from view_quicksight_popularity where not is_deleted and visits_30_days = 0 order by last_visit nulls first;

-- view_quicksight_dashboards: the most visited dashboards
select account_full, name, visits_30_days, visitors from view_quicksight_dashboards where not is_deleted order by visits_30_days desc;

-- view_quicksight_analyses: analyses that are worked on
select account_full, name, updates, last_update from view_quicksight_analyses where not is_deleted order by updates desc;

-- view_quicksight_data_set_uses: what a data set is used by
select data_set_id, kind, count(*) as uses from view_quicksight_data_set_uses group by data_set_id, kind order by uses desc;

-- view_quicksight_data_set_use: data sets and when they were last used
select name, dashboards, analyses, last_used from view_quicksight_data_set_use order by last_used nulls first;

-- view_quicksight_data_sets: data sets by their users
select name, users, visits, queries, spice_bytes from view_quicksight_data_sets order by users desc;

-- view_quicksight_unused_data_sets: SPICE capacity that nobody uses
select count(*) as data_sets, sum(spice_bytes) as spice_bytes from view_quicksight_unused_data_sets;

-- view_quicksight_users: users by role and whether they are active
select role, is_active, count(*) as users from view_quicksight_users where is_listed group by role, is_active order by role, is_active;

-- view_quicksight_idle_authors: idle seats by account
select account, count(*) as idle_authors, count(*) filter (where is_certain) as certainly from view_quicksight_idle_authors group by account;

-- view_quicksight_visits_per_day: visits by day and account
select day, account, visits, visitors from view_quicksight_visits_per_day order by day desc, account;

-- vw_quicksight_bionbi: events by day, as the published solution has them
select "Event Date", count(*) as events from vw_quicksight_bionbi group by "Event Date" order by "Event Date" desc;

-- vw_users: users, as the published solution has them
select "Role", count(*) as users from vw_users group by "Role" order by users desc;

-- vw_analysis: analyses, as the published solution has them
select "Analysis Name", "Analysis ID" from vw_analysis order by "Analysis Name";

-- vw_analysisdatasets: data sets of analyses, as the published solution has them
select "Analysis Name", "Dataset Name" from vw_analysisdatasets order by 1, 2;

-- vw_datasets: data sets, as the published solution has them
select "Import Mode", count(*) as data_sets from vw_datasets group by "Import Mode";
