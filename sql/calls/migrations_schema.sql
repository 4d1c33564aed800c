create schema if not exists admin;

create table if not exists admin.migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);
