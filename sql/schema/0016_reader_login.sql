-- Who has a password may use it: readers enter as orglens_reader once a deployment has given it one.
create or replace function admin.set_role_password(role text, password text) returns void
language plpgsql
set search_path = pg_catalog
as $$
begin
  if role not in ('orglens_app', 'orglens_reader') then
    raise exception 'role % is not one of this database''s own', role using errcode = 'invalid_parameter_value';
  end if;
  execute format('alter role %I with login password %L', role, password);
end
$$;
