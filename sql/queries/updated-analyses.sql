-- Which dashboards and analyses of QuickSight are changed most?
select account, account_name, region, kind, name, asset_id, updates, last_update, visits, last_visit
from view_quicksight_popularity
where not is_deleted and updates > 0
order by updates desc, last_update desc, name, asset_id;
