-- Who uses QuickSight most?
select account, account_name, user_name, role, is_listed, is_active, is_idle, visits, queries, changes, last_activity, days_idle
from view_quicksight_users
order by visits desc, changes desc, last_activity desc nulls last, account, user_name;
