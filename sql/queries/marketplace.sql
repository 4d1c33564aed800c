-- What is bought in AWS Marketplace, what does it cost, and when do agreements end?
select
  account, account_name, product_name, product_code, status, period_start, period_end, round(sum(cost_consumed), 2) as cost, currency
from view_marketplace_usage
group by account, account_name, product_name, product_code, status, period_start, period_end, currency
order by cost desc nulls last, period_end nulls last, account, product_code;
