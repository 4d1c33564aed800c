-- Keeps the sums of sql/schema/0018_dashboard_sums.sql. They change with the rows that they are made of, in the same transaction.
create type load.cost_change as (account_id bigint, date_from date, service text, cost numeric, services bigint);

create function load.add_costs(changes load.cost_change[]) returns void language plpgsql as $$
begin
  -- An account that is being deleted takes its sums along (load.forget_costs).
  insert into public.account_days as known (account_id, date_from, cost, services)
  select change.account_id, change.date_from, sum(change.cost), sum(change.services)
  from unnest(changes) change join public.accounts account on account.id = change.account_id
  group by change.account_id, change.date_from
  order by change.account_id, change.date_from
  on conflict (account_id, date_from) do update set cost = known.cost + excluded.cost, services = known.services + excluded.services;
  insert into public.service_days (date_from, service, account_type, cost, services, is_settled)
  select change.date_from, change.service, account.account_type, sum(change.cost), sum(change.services), false
  from unnest(changes) change join public.accounts account on account.id = change.account_id
  group by change.date_from, change.service, account.account_type;
  perform from public.service_days where not is_settled offset 5000 limit 1;
  if found and pg_try_advisory_xact_lock(hashtext('service_days')) then
    perform load.settle_service_days();
  end if;
end
$$;

create function load.settle_service_days() returns void language sql as $$
  with parts as (
    delete from public.service_days where not is_settled returning date_from, service, account_type, cost, services
  ), sums as (
    delete from public.service_days known
    using (select distinct date_from, service, account_type from parts) changed
    where known.is_settled and known.date_from = changed.date_from and known.service = changed.service and known.account_type is not distinct from changed.account_type
    returning known.date_from, known.service, known.account_type, known.cost, known.services
  )
  insert into public.service_days (date_from, service, account_type, cost, services, is_settled)
  select date_from, service, account_type, sum(cost), sum(services), true
  from (select * from parts union all select * from sums) part
  group by date_from, service, account_type
  having sum(services) <> 0
$$;

create function load.sum_costs() returns trigger language plpgsql as $$
declare
  changes load.cost_change[];
begin
  if tg_op = 'INSERT' then
    changes := array(
      select (account_id, date_from, service, sum(cost), count(*))::load.cost_change from added where removed_at is null group by account_id, date_from, service);
  elsif tg_op = 'DELETE' then
    changes := array(
      select (account_id, date_from, service, -sum(cost), -count(*))::load.cost_change from gone where removed_at is null group by account_id, date_from, service);
  else
    changes := array(
      select (account_id, date_from, service, sum(cost), sum(services))::load.cost_change
      from (
        select account_id, date_from, service, cost, 1 as services from added where removed_at is null
        union all
        select account_id, date_from, service, -cost, -1 from gone where removed_at is null
      ) change
      group by account_id, date_from, service
      having sum(cost) <> 0 or sum(services) <> 0);
  end if;
  if cardinality(changes) > 0 then
    perform load.add_costs(changes);
  end if;
  return null;
end
$$;

create trigger sum_added after insert on public.services referencing new table as added for each statement execute function load.sum_costs();

create trigger sum_changed after update on public.services referencing new table as added old table as gone for each statement execute function load.sum_costs();

create trigger sum_gone after delete on public.services referencing old table as gone for each statement execute function load.sum_costs();

-- Cost of an account by day and service, with a sign.
create function load.costs_of(account bigint, environment text, sign int) returns void language sql as $$
  insert into public.service_days (date_from, service, account_type, cost, services, is_settled)
  select cost.date_from, cost.service, costs_of.environment, sign * sum(cost.cost), sign * count(*), false
  from public.collections collection join public.services cost on cost.collection_id = collection.id
  where collection.account_id = costs_of.account and cost.removed_at is null
  group by cost.date_from, cost.service
$$;

create function load.move_costs() returns trigger language plpgsql as $$
begin
  perform load.costs_of(old.id, old.account_type, -1);
  if tg_op = 'UPDATE' then
    perform load.costs_of(new.id, new.account_type, 1);
    return new;
  end if;
  return old;
end
$$;

create trigger move_costs after update of account_type on public.accounts
  for each row when (old.account_type is distinct from new.account_type) execute function load.move_costs();

create trigger forget_costs before delete on public.accounts for each row execute function load.move_costs();

create function load.note_collectors() returns trigger language plpgsql as $$
begin
  insert into public.collector_states as known (account_id, collector, region, observed_at, status, enumerated, error, completed_at)
  select distinct on (account_id, collector, region)
    account_id, collector, region, observed_at, status, enumerated, error,
    max(observed_at) filter (where enumerated) over (partition by account_id, collector, region)
  from added
  where observed_at is not null
  order by account_id, collector, region, observed_at desc
  on conflict (account_id, collector, region) do update set
    observed_at = greatest(known.observed_at, excluded.observed_at),
    status = case when excluded.observed_at >= known.observed_at then excluded.status else known.status end,
    enumerated = case when excluded.observed_at >= known.observed_at then excluded.enumerated else known.enumerated end,
    error = case when excluded.observed_at >= known.observed_at then excluded.error else known.error end,
    completed_at = greatest(known.completed_at, excluded.completed_at);
  return null;
end
$$;

create trigger note_collectors after insert on public.coverage referencing new table as added for each statement execute function load.note_collectors();
