-- Which trails don't log, or have files that nobody could prove whole?
select
  account, account_name, account_region, name, is_logging, is_multi_region, log_file_validation,
  latest_delivery_time
from view_cloudtrail_logs
where is_logging is not true or log_file_validation is not true
order by is_logging, account, name;
