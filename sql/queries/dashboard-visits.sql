-- How often are dashboards and analyses of QuickSight opened, day by day?
select day, account, account_name, visits, visitors, dashboard_visits, analysis_visits, dashboards
from view_quicksight_visits_per_day
order by day desc, account;
