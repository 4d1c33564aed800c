-- Which collectors have not seen everything for two days, where, and why?
select account, account_name, collector, status, incomplete_regions, regions, last_complete, last_tried, error
from freshness
where is_stale
order by last_complete nulls first, account, collector;
