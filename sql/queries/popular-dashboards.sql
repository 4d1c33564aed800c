-- Which dashboards of QuickSight are opened most?
select account, account_name, region, name, dashboard_id, visits_30_days, visits, visitors, last_visit, updates, last_update
from view_quicksight_dashboards
where not is_deleted
order by visits_30_days desc, visits desc, name, dashboard_id;
