-- Which authors of QuickSight did nothing for 60 days, so that their seats could be readers' or nobody's?
select account, account_name, user_name, role, identity_type, last_activity, days_idle, is_certain
from view_quicksight_idle_authors
order by last_activity nulls first, account, user_name;
