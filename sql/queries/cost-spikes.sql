-- On which days did a service cost far more than in the two weeks before (half as much again, and at least 5 more)?
with daily as (
  select account, account_name, service, currency, date_from as day, sum(cost) as cost
  from view_acct_serv
  where date_to = date_from + 1
  group by account, account_name, service, currency, date_from
), compared as (
  select daily.*, avg(cost) over before as usual, count(*) over before as days_known
  from daily
  window before as (partition by account, service, currency order by day range between interval '14 days' preceding and interval '1 day' preceding)
)
select day, account, account_name, service, round(cost, 2) as cost, round(usual, 2) as usual, days_known, currency
from compared
where days_known >= 3 and cost > usual * 1.5 and cost > usual + 5
order by day desc, cost - usual desc, account, service
limit 200;
