-- Which data sets of QuickSight did nobody use for 90 days, and how much SPICE capacity do they hold?
select
  account, account_name, region, name, data_set_id, import_mode, spice_bytes, created_time, last_used, days_unused, dashboards, analyses, is_certain,
  sum(spice_bytes) over (partition by account) as account_unused_bytes
from view_quicksight_unused_data_sets
order by spice_bytes desc nulls last, account, name, data_set_id;
