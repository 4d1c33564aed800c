-- Sums that dashboards would otherwise make of a million rows for each visual. Loads keep them (sql/load/80_sums.sql).
create table account_days (
  account_id bigint not null references accounts (id) on delete cascade,
  date_from date not null,
  cost numeric not null,
  services bigint not null,
  primary key (account_id, date_from)
);

comment on table account_days is 'Cost of each account by the day that it began on (USD): the sum over view_acct_serv, and how many of its rows that is.';

-- Loads of different accounts run at the same time and must not wait for each other's sums: each adds rows of its own, and now and then one
-- of them puts them together.
create table service_days (
  date_from date not null,
  service text not null,
  account_type text,
  cost numeric not null,
  services bigint not null,
  is_settled boolean not null
);

comment on table service_days is 'Cost of each service by day and environment (USD), in parts that are to be added up: the sum over view_acct_serv. is_settled: put together.';

create index service_days_settled on service_days (date_from, service) where is_settled;

create index service_days_unsettled on service_days (date_from) where not is_settled;

create table collector_states (
  account_id bigint not null references accounts (id) on delete cascade,
  collector text not null,
  region text not null,
  observed_at timestamptz not null,
  status text not null,
  enumerated boolean not null,
  error text,
  completed_at timestamptz,
  primary key (account_id, collector, region)
);

comment on table collector_states is 'The newest entry of each account, collector and Region in coverage, and when it last enumerated everything.';

-- Most collections are those of a period; what has none is found without them.
create index collections_without_period on collections (collector, account_id, region) where period is null;

-- The same order with what the sums of a day are made of: a day's changes are counted without the events.
drop index asset_events_event_time;

create index asset_events_event_time on asset_events (event_time) include (account, region, kind, change, error_code);

insert into account_days (account_id, date_from, cost, services)
select account_id, date_from, sum(cost), count(*)
from services
where removed_at is null
group by account_id, date_from;

insert into service_days (date_from, service, account_type, cost, services, is_settled)
select cost.date_from, cost.service, account.account_type, sum(cost.cost), count(*), true
from services cost
join accounts account on account.id = cost.account_id
where cost.removed_at is null
group by cost.date_from, cost.service, account.account_type;

insert into collector_states (account_id, collector, region, observed_at, status, enumerated, error, completed_at)
select distinct on (entry.account_id, entry.collector, entry.region)
  entry.account_id, entry.collector, entry.region, entry.observed_at, entry.status, entry.enumerated, entry.error,
  max(entry.observed_at) filter (where entry.enumerated) over (partition by entry.account_id, entry.collector, entry.region)
from coverage entry
where entry.observed_at is not null
order by entry.account_id, entry.collector, entry.region, entry.observed_at desc;
