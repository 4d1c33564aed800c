create view latest_forecast as
select
  forecast.id, forecast.period_start, forecast.period_end, forecast.amount, forecast.prediction_interval_lower_bound as lower_bound,
  forecast.prediction_interval_upper_bound as upper_bound, report.period_end as forecast_on,
  account.account, account.account_region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, account.account_full,
  account.project_product_name
from account_block account
cross join lateral (
  select candidate.id, candidate.period_end
  from cost_reports candidate
  where candidate.account_id = account.id and candidate.removed_at is null
    and exists (
      select from cost_forecasts made
      where made.cost_report_id = candidate.id and made.listed_until is null and made.removed_at is null)
  order by candidate.period_end desc, candidate.period_start desc, candidate.id desc
  limit 1
) report
join cost_forecasts forecast on forecast.cost_report_id = report.id
where forecast.listed_until is null and forecast.removed_at is null;

comment on view latest_forecast is 'What each account is expected to spend, as its newest report that has a forecast says: sums over it count nothing twice. Amounts in USD; the bounds are Cost Explorer''s prediction interval.';

select admin.describe('latest_forecast', null, $${
  "period_start": "First day of what is forecast.", "period_end": "Day after what is forecast.", "lower_bound": "Lower bound of the 80 % prediction interval, USD.", "upper_bound": "Upper bound of the 80 % prediction interval, USD.",
  "forecast_on": "Day after the period of the report that it was made with, which is the day it was made on."
}$$);
