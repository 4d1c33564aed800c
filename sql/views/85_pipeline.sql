create view freshness as
select
  account.account, account.account_region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, account.account_full,
  account.project_product_name,
  told.collector, told.regions, told.incomplete_regions, told.last_tried, told.last_complete, told.status, told.error,
  told.last_complete is null or told.last_complete < newest.observed_at - interval '2 days' as is_stale
from account_block account
cross join (select max(observed_at) as observed_at from snapshots where outcome <> 'rejected') newest
join (
  select
    state.account_id, state.collector, count(*) as regions, count(*) filter (where not state.is_complete) as incomplete_regions,
    max(state.observed_at) as last_tried,
    case when bool_and(state.completed_at is not null) then min(state.completed_at) end as last_complete,
    coalesce(min(state.status) filter (where not state.is_complete), min(state.status)) as status,
    min(state.error) filter (where not state.is_complete) as error
  from (
    select
      newest_entry.account_id, newest_entry.collector, newest_entry.observed_at, newest_entry.status, newest_entry.error,
      newest_entry.enumerated or newest_entry.status in ('not_enabled', 'region_disabled') as is_complete,
      case
        when newest_entry.enumerated or newest_entry.status in ('not_enabled', 'region_disabled') then newest_entry.observed_at
        else newest_entry.completed_at
      end as completed_at
    from collector_states newest_entry
    where exists (
      select from collections known
      where known.account_id = newest_entry.account_id and known.region = newest_entry.region and known.collector = newest_entry.collector and known.period is null)
  ) state
  group by state.account_id, state.collector
) told on told.account_id = account.id;

comment on view freshness is 'Per account and collector: when it was last tried, since when all its Regions are known completely, and why not. A service that is not in use counts as complete. is_stale: not complete within two days of the newest document of any account. Documents of the Python reference say nothing about their collectors and are not here.';

create view pipeline_documents as
select
  document.id, document.key, document.region, document.period_date, document.granularity, document.collected_at,
  document.observed_at, document.loaded_at, document.outcome, document.reason, document.detail, document.calls, document.bytes,
  (select sum(amount.value::bigint) from jsonb_each_text(document.rows) amount) as rows,
  coalesce(bad.rejected_rows, 0) as rejected_rows,
  coalesce(account.account, document.account) as account, coalesce(account.account_region, document.region) as account_region,
  account.account_name, account.account_type, account.account_category, account.account_status, account.account_partner,
  account.account_customer, coalesce(account.account_full, document.account) as account_full, account.project_product_name
from snapshots document
left join accounts loaded on loaded.id = document.account_id
left join account_block account on account.account = coalesce(loaded.account_id, document.account)
left join (select snapshot_id, count(*) as rejected_rows from rejected_rows group by snapshot_id) bad on bad.snapshot_id = document.id;

comment on view pipeline_documents is 'Every document that was loaded or rejected, with its rows and what of them was set aside. account is the account that the document''s key speaks for.';

create view pipeline_health as
select
  account.account, account.account_region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, account.account_full,
  account.project_product_name,
  document.documents, document.rejected_documents, document.rejected_rows, document.last_observed_at, document.last_loaded_at,
  extract(day from newest.observed_at - document.last_observed_at)::integer as days_behind,
  case
    when document.last_observed_at is null then 'never heard of'
    when document.last_observed_at < newest.observed_at - interval '2 days' then 'silent'
    else 'reporting'
  end as state,
  collected.collectors, collected.stale_collectors
from account_block account
cross join (select max(observed_at) as observed_at from snapshots where outcome <> 'rejected') newest
left join (
  select
    account_id, count(*) as documents, count(*) filter (where outcome = 'rejected') as rejected_documents,
    (select count(*) from rejected_rows bad where bad.snapshot_id = any (array_agg(snapshots.id))) as rejected_rows,
    max(observed_at) filter (where outcome <> 'rejected') as last_observed_at,
    max(loaded_at) filter (where outcome <> 'rejected') as last_loaded_at
  from snapshots
  group by account_id
) document on document.account_id = account.id
left join (
  select account, count(*) as collectors, count(*) filter (where is_stale) as stale_collectors
  from freshness
  group by account
) collected on collected.account = account.account;

comment on view pipeline_health is 'Per account: documents, what was rejected of them, how far it is behind the newest document of any account (silent: more than two days), and how many of its collectors are stale.';

select
  admin.describe('freshness', null, $${
    "regions": "Regions that it looks at, Global included.", "incomplete_regions": "Of regions, those where it did not see everything when it was last tried.", "last_tried": "When it was last tried in any of them.",
    "last_complete": "Since when all of them are known completely; null: one never was.", "status": "How it ended where it did not see everything, else how it ended.", "error": "What AWS or the sender said there.", "is_stale": "Whether last_complete is more than two days behind the newest document of any account."
  }$$),
  admin.describe('pipeline_documents', null, $${
    "account": "The 12 digits of the account that the key speaks for.", "account_region": "Global; of an account that is not known, the Region in the key.", "rows": "Rows of all sections.", "rejected_rows": "Of rows, those that could not be loaded."
  }$$),
  admin.describe('pipeline_health', null, $${
    "documents": "Documents that were loaded or rejected.", "rejected_documents": "Of documents, those that were rejected.", "rejected_rows": "Rows of the others that could not be loaded.", "last_observed_at": "When the newest loaded document was collected.",
    "last_loaded_at": "When a document was last loaded.", "days_behind": "Days between the newest document of the account and that of any account.", "state": "reporting; silent: more than two days behind; never heard of: no document was ever loaded.",
    "collectors": "Collectors that have told of this account.", "stale_collectors": "Of collectors, those that freshness calls stale."
  }$$);
