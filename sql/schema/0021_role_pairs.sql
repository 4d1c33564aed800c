-- Each role has a second one that may do the same: a rotation gives the one that the secret does not name a new password and has the secret name it, so that whoever
-- still uses the password before is let in until the rotation after.
do $$
begin
  create role orglens_app_clone login;
  -- A member inherits what a role may, but not its settings.
  alter role orglens_app_clone set jit = off;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  create role orglens_reader_clone nologin;
  alter role orglens_reader_clone set jit = off;
exception
  when duplicate_object or unique_violation then null;
end
$$;

-- Roles belong to the whole cluster: another database's migration may do the same at this moment.
do $$
begin
  if not pg_has_role('orglens_app_clone', 'orglens_app', 'member') then
    grant orglens_app to orglens_app_clone;
  end if;
  if not pg_has_role('orglens_reader_clone', 'orglens_reader', 'member') then
    grant orglens_reader to orglens_reader_clone;
  end if;
exception
  when unique_violation then null;
end
$$;

create or replace function admin.set_role_password(role text, password text) returns void
language plpgsql
set search_path = pg_catalog
as $$
begin
  if role not in ('orglens_app', 'orglens_app_clone', 'orglens_reader', 'orglens_reader_clone') then
    raise exception 'role % is not one of this database''s own', role using errcode = 'invalid_parameter_value';
  end if;
  execute format('alter role %I with login password %L', role, password);
end
$$;
