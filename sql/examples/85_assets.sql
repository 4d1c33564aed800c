-- Live assets

-- assets: assets by kind and source of the newest fact
select kind, source, count(*) as assets from assets where removed_at is null group by kind, source order by assets desc;

-- asset_events: what happened to one kind of asset
select event_time, account, event_name, change, requester_name from asset_events where kind = 'ec2.instance' order by event_time desc limit 20;

-- asset_descriptions: how attempts to describe assets ended
select status, count(*) as assets, max(attempted_at) as last_attempt from asset_descriptions group by status order by assets desc;

-- asset_tag_keys: which tags say whose an asset is
select member, string_agg(tag_key, ', ' order by turn) as tags from asset_tag_keys group by member order by member;

-- view_assets: assets of a team
select account_full, kind, resource_id, name, state from view_assets where team is not null order by team, account_full, resource_id limit 50;

-- view_removed_assets: what went away, and how old it was
select account, kind, resource_id, removed_at, removed_by, lifetime from view_removed_assets order by removed_at desc;

-- view_asset_events: failed calls
select event_time, account, event_name, error_code, requester_name from view_asset_events where error_code is not null order by event_time desc;

-- view_asset_changes_by_day: changes by day
select day, sum(created) as created, sum(changed) as changed, sum(removed) as removed, sum(failed) as failed from view_asset_changes_by_day group by day order by day desc;

-- view_unowned_assets: who makes assets that nobody owns
select coalesce(requester_name, 'not known') as made_by, count(*) as assets from view_unowned_assets group by 1 order by assets desc;

-- view_assets_by_team: storage by team
select team, sum(assets) as assets, sum(size_gb) as size_gb from view_assets_by_team group by team order by size_gb desc nulls last;
