-- Which accounts fell silent while others reported?
select
  account.account_id, account.account_name, newest.observed_at as last_snapshot,
  extract(day from latest.observed_at - newest.observed_at)::integer as days_behind
from accounts account
left join (
  select account_id, max(observed_at) as observed_at
  from snapshots
  where outcome <> 'rejected'
  group by account_id
) newest on newest.account_id = account.id
cross join (select max(observed_at) as observed_at from snapshots where outcome <> 'rejected') latest
where newest.observed_at is null or newest.observed_at < latest.observed_at - interval '2 days'
order by newest.observed_at nulls first, account.account_id;
