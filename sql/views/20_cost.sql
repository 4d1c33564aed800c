create view view_acct_serv as
select
  cost.id, cost.account_id, cost.service, cost.date_from, cost.date_to, cost.cost, cost.currency, cost.utilization,
  cost.utilization_unit, cost.usage_types, cost.created_at, cost.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from services cost
join collections collection on collection.id = cost.collection_id
join account_block account on account.id = collection.account_id
where cost.removed_at is null;

-- The same cost in sums: what a dashboard asks instead, where they answer its question (sql/dashboard/25_sums.sql).
create view cost_by_account as
select
  day.date_from, day.cost,
  account.account, account.account_name, account.account_type, account.account_category, account.account_status, account.account_partner,
  account.account_customer, account.account_full, account.project_product_name
from account_days day
join account_block account on account.id = day.account_id
where day.services > 0;

comment on view cost_by_account is 'Cost of each account by the day that it began on (USD), over all services: sums of view_acct_serv.';

create view cost_by_service as
select date_from, service, account_type, sum(cost) as cost
from service_days
group by date_from, service, account_type
having sum(services) > 0;

comment on view cost_by_service is 'Cost of each service by the day that it began on (USD) and environment, over all accounts: sums of view_acct_serv.';

create view view_acct_cost_rep as
select
  report.id, report.account_id, report.current_period_cost, report.previous_period_cost, report.cost_difference,
  report.cost_difference_percentage, report.potential_monthly_savings, report.anomalies_detected,
  report.saving_opportunities_count, report.period_start, report.period_end, report.period_granularity,
  report.created_at, report.region,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name, report.period_start as date_from, report.period_end as date_to
from cost_reports report
join account_block account on account.id = report.account_id
left join collections collection on collection.id = report.collection_id
where report.removed_at is null;

create view view_acct_serv_cost as
select
  cost.id, cost.cost_report_id, cost.service_name, cost.cost, cost.created_at, cost.region,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name, report.period_start as date_from, report.period_end as date_to
from service_costs cost
join cost_reports report on report.id = cost.cost_report_id
join account_block account on account.id = report.account_id
left join collections collection on collection.id = report.collection_id
where cost.listed_until is null and cost.removed_at is null and report.removed_at is null;

comment on view view_acct_serv_cost is 'The most expensive services of each cost report, as its newest document has them.';

create view view_acct_cost_rep_forecast as
select
  forecast.id, forecast.cost_report_id, forecast.period_start, forecast.period_end, forecast.amount,
  forecast.prediction_interval_lower_bound, forecast.prediction_interval_upper_bound, forecast.created_at,
  forecast.region,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name, report.period_start as date_from, report.period_end as date_to
from cost_forecasts forecast
join cost_reports report on report.id = forecast.cost_report_id
join account_block account on account.id = report.account_id
left join collections collection on collection.id = report.collection_id
where forecast.listed_until is null and forecast.removed_at is null and report.removed_at is null;

comment on view view_acct_cost_rep_forecast is 'period_start and period_end are what is forecast; date_from and date_to are the period of the report that the forecast was made with.';

create view view_marketplace_usage as
select
  usage.id, usage.account_id, usage.product_code, usage.product_name, usage.cost_consumed, usage.currency,
  usage.period_start, usage.period_end, usage.status, usage.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from marketplace_usage usage
join account_block account on account.id = usage.account_id
left join collections collection on collection.id = usage.collection_id
where usage.removed_at is null;

create view view_ri_sp_daily_savings as
select
  saving.id, saving.account_id, saving.date_from, saving.date_to, saving.reservation_type, saving.subscription_id,
  saving.offering_id, saving.savings_plan_arn, saving.service, saving.instance_type, saving.instance_count,
  saving.instance_family, saving.instance_tenancy, saving.offering_class, saving.product_types, saving.region,
  saving.utilization_percentage, saving.on_demand_cost, saving.reservation_cost, saving.net_savings,
  saving.commitment, saving.upfront_cost, saving.recurring_cost, saving.recurring_frequency, saving.usage_price,
  saving.currency, saving.start_date, saving.end_date, saving.returnable_until, saving.duration_seconds,
  saving.offering_type, saving.state, saving.description, saving.created_at, saving.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from ri_sp_daily_savings saving
join account_block account on account.id = saving.account_id
left join collections collection on collection.id = saving.collection_id
where saving.removed_at is null;

select
  admin.describe('view_acct_serv', 'Cost of services by account and period.', '{}'),
  admin.describe('view_acct_cost_rep', 'Cost of accounts by period, beside the period before.', '{}'),
  admin.describe('view_acct_cost_rep_forecast', null, $${
    "period_start": "First day of what is forecast.", "period_end": "Day after what is forecast."
  }$$),
  admin.describe('view_marketplace_usage', 'Agreements of the AWS Marketplace, and what its products cost.', '{}'),
  admin.describe('view_ri_sp_daily_savings', 'Use and savings of reservations and Savings Plans by day.', '{}');
