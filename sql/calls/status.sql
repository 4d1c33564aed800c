with newest as (
  select max(observed_at) as observed_at, max(loaded_at) as loaded_at
  from snapshots
  where outcome <> 'rejected'
),
stale as (
  select collector, count(*) as accounts
  from freshness
  where is_stale
  group by collector
),
spent as (
  select count(*) as entries, count(distinct coverage.snapshot_id) as documents, sum(coverage.paid_calls) as paid_calls
  from coverage, newest
  where coverage.paid_calls is not null and coverage.observed_at >= newest.observed_at - interval '7 days'
),
refused as (
  select count(*) filter (where outcome = 'rejected') as documents, coalesce(sum(rejected_rows), 0) as rows,
    max(key) filter (where outcome = 'rejected') as example
  from pipeline_documents, newest
  where pipeline_documents.loaded_at >= newest.loaded_at - interval '7 days'
)
select 'accounts' as subject,
  case when count(*) = 0 or bool_or(state <> 'reporting') then 'attention' else 'fine' end as state,
  count(*) filter (where state = 'reporting') || ' of ' || count(*) || ' report' as figure,
  string_agg(account_full || ': ' || state, '; ' order by account_full) filter (where state <> 'reporting') as detail
from pipeline_health
union all
select 'newest document', case when observed_at is null or observed_at < now() - interval '2 days' then 'attention' else 'fine' end,
  coalesce(to_char(observed_at, 'YYYY-MM-DD HH24:MI'), 'none'), 'loaded ' || to_char(loaded_at, 'YYYY-MM-DD HH24:MI')
from newest
union all
select 'collectors', case when count(*) > 0 then 'attention' else 'fine' end, coalesce(sum(accounts), 0) || ' stale',
  string_agg(collector || ' in ' || accounts, '; ' order by accounts desc, collector)
from stale
union all
select 'rejected documents', case when documents > 0 then 'attention' else 'fine' end, documents || ' in the last 7 days', example
from refused
union all
select 'rows set aside', case when rows > 0 then 'attention' else 'fine' end, rows || ' in the last 7 days', null
from refused
union all
-- A request to Cost Explorer costs USD 0.01: https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/
select 'spend of the runs', 'fine',
  case when entries = 0 then 'not known' else paid_calls || ' paid requests in the last 7 days, USD ' || to_char(paid_calls * 0.01, 'FM999999990.00') end,
  case when entries = 0 then 'no document says how many requests were paid for' else documents || ' documents' end
from spent
