-- What did each product cost in the last 30 days there are figures for, and in which environments?
select
  coalesce(project_product_name, 'None') as product, coalesce(account_type, 'None') as environment,
  round(sum(cost), 2) as cost, currency, count(distinct account) as accounts
from view_acct_serv
where date_to = date_from + 1
  and date_from > (select max(date_from) from services where date_to = date_from + 1) - 30
group by coalesce(project_product_name, 'None'), coalesce(account_type, 'None'), currency
order by cost desc, product, environment;
