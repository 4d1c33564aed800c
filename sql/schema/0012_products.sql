create table service_catalog_events (
  event_id uuid primary key,
  event_time timestamptz not null,
  event_name text not null,
  event_version text,
  kind text not null constraint service_catalog_events_kind check (kind in ('provision', 'update', 'terminate')),
  -- Events of one second happen in this order.
  rank smallint not null generated always as (case kind when 'provision' then 1 when 'update' then 2 else 3 end) stored,
  account text not null,
  region text not null,
  product_key text,
  provisioned_product_id text,
  provisioned_product_name text,
  provisioned_product_type text,
  product_id text,
  product_name text,
  provisioning_artifact_id text,
  provisioning_artifact_name text,
  path_id text,
  record_id text,
  record_type text,
  record_errors jsonb,
  record_tags jsonb,
  status text,
  created_time timestamptz,
  updated_time timestamptz,
  launch_role_arn text,
  owner text,
  requester text,
  requester_arn text,
  source_ip text,
  user_agent text,
  error_code text,
  error_message text,
  created_at timestamptz not null default now()
);

-- Partial, so that a planner without statistics can't take one of them for the other and look by account and Region alone.
create index service_catalog_events_product_key on service_catalog_events (account, region, product_key, event_time) where product_key is not null;

create index service_catalog_events_provisioned_product_name on service_catalog_events (account, region, provisioned_product_name, event_time)
  where provisioned_product_name is not null;

create index service_catalog_events_event_time on service_catalog_events (event_time);

create index service_catalog_events_product_id on service_catalog_events (product_id, provisioning_artifact_id);

comment on table service_catalog_events is 'Every call that provisions, changes or terminates a Service Catalog product, failed ones included. From CloudTrail.';

comment on column service_catalog_events.product_key is 'The provisioned product: its id; for a call that named it only, the id that bore the name then, or name:<name> where none is known. Null for failed provisioning.';

create table service_catalog_products (
  account text not null,
  region text not null,
  product_key text not null,
  provisioned_product_id text,
  provisioned_product_name text,
  provisioned_product_type text,
  product_id text,
  product_name text,
  provisioning_artifact_id text,
  provisioning_artifact_name text,
  path_id text,
  record_id text,
  record_type text,
  record_errors jsonb,
  record_tags jsonb,
  status text,
  created_time timestamptz,
  updated_time timestamptz not null,
  launch_role_arn text,
  owner text,
  requester text,
  requester_arn text,
  last_requester text,
  event_id uuid not null,
  event_time timestamptz not null,
  first_event_time timestamptz not null,
  row_updated_at timestamptz not null default now(),
  constraint service_catalog_products_pkey primary key (account, region, product_key)
);

comment on table service_catalog_products is 'The provisioned Service Catalog products that exist now, each as its events tell. A terminated one is in service_catalog_events only.';

comment on column service_catalog_products.event_id is 'The latest event that says something about the product.';

comment on column service_catalog_products.status is 'Status of the latest request when it was accepted: CREATED says nothing about its success.';

comment on column service_catalog_products.owner is 'Owner that was set, else who provisioned it.';
