-- What is each account expected to spend by the end of this month, against what last month cost?
with newest as (
  select date_trunc('month', max(date_from))::date as month from view_acct_serv where date_to = date_from + 1
), spent as (
  select
    cost.account,
    sum(cost.cost) filter (where cost.date_from >= newest.month) as so_far,
    sum(cost.cost) filter (where cost.date_from < newest.month) as last_month,
    count(distinct cost.date_from) filter (where cost.date_from < newest.month) as days_of_last_month
  from view_acct_serv cost
  cross join newest
  where cost.date_to = cost.date_from + 1 and cost.date_from >= newest.month - interval '1 month'
  group by cost.account
)
select
  forecast.account, forecast.account_name, round(spent.last_month, 2) as last_month, spent.days_of_last_month, round(spent.so_far, 2) as so_far,
  round(sum(forecast.amount), 2) as rest_of_month, round(coalesce(spent.so_far, 0) + sum(forecast.amount), 2) as expected,
  round((coalesce(spent.so_far, 0) + sum(forecast.amount) - spent.last_month) * 100 / nullif(spent.last_month, 0), 1) as growth_percent,
  forecast.forecast_on
from latest_forecast forecast
cross join newest
left join spent on spent.account = forecast.account
where forecast.period_start >= newest.month and forecast.period_start < newest.month + interval '1 month'
group by forecast.account, forecast.account_name, forecast.forecast_on, spent.last_month, spent.days_of_last_month, spent.so_far
order by expected desc, forecast.account;
