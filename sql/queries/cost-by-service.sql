-- What did each service cost in the last 30 days there are figures for?
select
  service, round(sum(cost), 2) as cost, currency, count(distinct account) as accounts, count(distinct date_from) as days
from view_acct_serv
where date_to = date_from + 1
  and date_from > (select max(date_from) from services where date_to = date_from + 1) - 30
group by service, currency
order by cost desc;
