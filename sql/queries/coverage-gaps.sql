-- What could not be read, by account, Region and collector, and why?
select account.account_id, account.account_name, latest.region, latest.collector, latest.status, latest.error,
  latest.observed_at
from (
  select distinct on (account_id, collector, region) *
  from coverage
  order by account_id desc, collector desc, region desc, observed_at desc
) latest
join accounts account on account.id = latest.account_id
where not latest.enumerated and latest.status not in ('not_enabled', 'region_disabled')
order by account.account_id, latest.region, latest.collector;
