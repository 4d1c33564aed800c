-- What did each account cost in the last 30 days there are figures for, and in the 30 days before?
with newest as (
  select max(period_start) as day from cost_reports where period_granularity = 'DAILY'
)
select
  account, account_name,
  round(sum(current_period_cost) filter (where period_start > newest.day - 30), 2) as cost,
  round(sum(current_period_cost) filter (where period_start <= newest.day - 30), 2) as cost_before
from view_acct_cost_rep
cross join newest
where period_granularity = 'DAILY' and period_start > newest.day - 60
group by account, account_name
order by cost desc nulls last;
