-- Cost and commitments

-- services: cost by service on the newest day
select service, sum(cost) as cost, currency
from services
where removed_at is null and date_from = (select max(date_from) from services where date_to = date_from + 1) and date_to = date_from + 1
group by service, currency
order by cost desc;

-- cost_reports: how the newest day's cost compares with the day before
select sum(current_period_cost) as cost, sum(previous_period_cost) as cost_before
from cost_reports
where removed_at is null and period_granularity = 'DAILY' and period_start = (select max(period_start) from cost_reports where period_granularity = 'DAILY');

-- service_costs: services that are most often among the five dearest
select service_name, count(*) as reports from service_costs where listed_until is null and removed_at is null group by service_name order by reports desc;

-- cost_forecasts: forecasts with their bounds
select period_start, period_end, amount, prediction_interval_lower_bound, prediction_interval_upper_bound
from cost_forecasts
where listed_until is null and removed_at is null
order by period_start, amount desc
limit 20;

-- ri_sp_daily_savings: what commitments saved by day
select "date", sum(net_savings) as net_savings, avg(utilization_percentage) as utilization from ri_sp_daily_savings where removed_at is null group by "date" order by "date" desc;

-- marketplace_usage: agreements and costs of the Marketplace
select product_name, status, period_end, cost_consumed, currency from marketplace_usage where removed_at is null order by period_end nulls last;

-- account_days: cost by day
select date_from, sum(cost) as cost from account_days group by date_from having sum(services) > 0 order by date_from desc;

-- service_days: cost by service, from the parts of the sums
select service, sum(cost) as cost from service_days group by service having sum(services) > 0 order by cost desc;

-- view_acct_serv: what each account spends on compute
select account_full, sum(cost) as cost, currency from view_acct_serv where service like 'Amazon Elastic Compute Cloud%' group by account_full, currency order by cost desc;

-- cost_by_account: cost by account and month
select account_full, date_trunc('month', date_from)::date as month, sum(cost) as cost from cost_by_account group by 1, 2 order by 2 desc, 3 desc;

-- cost_by_service: cost by service and environment
select service, account_type, sum(cost) as cost from cost_by_service group by service, account_type order by cost desc;

-- view_acct_cost_rep: accounts whose cost rose most from one day to the next
select account_full, date_from, cost_difference, cost_difference_percentage from view_acct_cost_rep where period_granularity = 'DAILY' order by cost_difference desc nulls last limit 20;

-- view_acct_serv_cost: the dearest services of reports
select account_full, date_from, service_name, cost from view_acct_serv_cost order by cost desc limit 20;

-- view_acct_cost_rep_forecast: how forecasts changed from report to report
select account_full, date_to as made_on, period_start, amount from view_acct_cost_rep_forecast order by account_full, period_start, made_on;

-- latest_forecast: what all accounts together are expected to spend
select period_start, period_end, sum(amount) as amount from latest_forecast group by period_start, period_end order by period_start;

-- view_ri_sp_daily_savings: how well each commitment is used
select account_full, reservation_type, subscription_id, avg(utilization_percentage) as utilization from view_ri_sp_daily_savings group by 1, 2, 3 order by utilization;

-- view_marketplace_usage: what each account bought in the Marketplace
select account_full, product_name, product_code, status, period_end from view_marketplace_usage order by account_full, period_end;
