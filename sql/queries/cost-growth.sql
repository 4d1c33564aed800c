-- Where did cost grow since last month, by service and account (the days of this month that there are figures for, against the same days of the month before)?
with daily as (
  select account, account_name, service, currency, date_from as day, sum(cost) as cost
  from view_acct_serv
  where date_to = date_from + 1
  group by account, account_name, service, currency, date_from
), known as (
  select distinct account, day from daily
), compared as (
  -- A day counts where the account has figures for it in both months.
  select this.account, this.day, before.day as day_before
  from known this
  join known before on before.account = this.account and before.day = this.day - interval '1 month' and extract(day from before.day) = extract(day from this.day)
  where this.day >= (select date_trunc('month', max(day)) from known)
), counted as (
  select account, count(*) as days from compared group by account
), spent as (
  select
    daily.account, daily.account_name, daily.service, daily.currency,
    coalesce(sum(daily.cost) filter (where daily.day = compared.day), 0) as cost,
    coalesce(sum(daily.cost) filter (where daily.day = compared.day_before), 0) as cost_before
  from compared
  join daily on daily.account = compared.account and daily.day in (compared.day, compared.day_before)
  group by daily.account, daily.account_name, daily.service, daily.currency
)
select
  account, account_name, service, counted.days, round(cost_before, 2) as cost_before, round(cost, 2) as cost, round(cost - cost_before, 2) as growth,
  round((cost - cost_before) * 100 / nullif(cost_before, 0), 1) as growth_percent, currency
from spent
join counted using (account)
where cost > cost_before
order by cost - cost_before desc, account, service
limit 200;
