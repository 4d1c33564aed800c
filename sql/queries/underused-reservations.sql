-- Which reservations and Savings Plans were used less than 80 percent in the last 30 days there are figures for?
select
  account, account_name, reservation_type, service, subscription_id,
  round(avg(utilization_percentage), 1) as utilization, round(sum(net_savings), 2) as net_savings
from view_ri_sp_daily_savings
where date_from > (select max(date_from) from ri_sp_daily_savings) - 30
group by account, account_name, reservation_type, service, subscription_id
having avg(utilization_percentage) < 80
order by utilization, account;
