create schema if not exists load;

create schema if not exists admin;

revoke all on schema admin from public;

comment on schema load is 'Set-based functions that turn snapshot sections into rows.';

comment on schema admin is 'What only the master user does.';

-- Roles belong to the whole cluster: another database, or a migration at the same moment, may have made them already.
do $$
begin
  create role orglens_app login;
  -- Compiling takes longer than any query here runs.
  alter role orglens_app set jit = off;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  create role orglens_reader nologin;
  alter role orglens_reader set jit = off;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant connect, temporary on database %I to orglens_app', current_database());
  execute format('grant connect on database %I to orglens_reader', current_database());
end
$$;

grant usage on schema public, load to orglens_app;

grant usage on schema public to orglens_reader;

alter default privileges in schema public grant select, insert, update, delete on tables to orglens_app;

alter default privileges in schema public grant select on tables to orglens_reader;

alter default privileges in schema load grant select, insert, update, delete on tables to orglens_app;

alter default privileges in schema load grant execute on routines to orglens_app;

-- A role's password can't be a bound parameter of ALTER ROLE; a function's argument can.
create function admin.set_role_password(role text, password text) returns void
language plpgsql
set search_path = pg_catalog
as $$
begin
  if role not in ('orglens_app', 'orglens_reader') then
    raise exception 'role % is not one of this database''s own', role using errcode = 'invalid_parameter_value';
  end if;
  execute format('alter role %I with password %L', role, password);
end
$$;

revoke all on function admin.set_role_password(text, text) from public;
