-- How many documents were loaded on each day, and with how many calls?
select
  loaded_at::date as day, outcome, count(*) as documents, count(distinct account) as accounts, sum(bytes) as bytes,
  sum(calls) as calls, round(avg(calls), 1) as calls_each
from snapshots
group by loaded_at::date, outcome
order by day desc, outcome;
