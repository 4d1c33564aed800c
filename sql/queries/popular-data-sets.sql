-- Which data sets of QuickSight are used most, by visits of what shows them and by queries?
select account, account_name, region, name, data_set_id, import_mode, spice_bytes, dashboards, analyses, visits, queries, users, last_used
from view_quicksight_data_sets
order by visits + queries desc, users desc, name, data_set_id;
