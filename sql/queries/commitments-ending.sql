-- Which reservations and Savings Plans end within 90 days of the newest figures, and what would their use cost on demand?
with newest as (
  select max(date_from) as day from ri_sp_daily_savings
)
select
  account, account_name, reservation_type, service, subscription_id, coalesce(description, instance_type) as what, end_date::date as ends_on,
  end_date::date - newest.day as days_left, round(avg(utilization_percentage), 1) as utilization,
  round(avg(on_demand_cost) * 30, 2) as monthly_cost_on_demand, round(avg(reservation_cost) * 30, 2) as monthly_cost
from view_ri_sp_daily_savings
cross join newest
where end_date::date between newest.day and newest.day + 90 and date_from > newest.day - 30
group by account, account_name, reservation_type, service, subscription_id, coalesce(description, instance_type), end_date::date, newest.day
order by ends_on, account, subscription_id;
