-- Whoever asks, it is orglens_reader who reads. To give it the functions, one has to be able to be it, and it has to be allowed to have them.
-- Whoever made the role may from PostgreSQL 16 on give it away, but not yet be it; before 16 there is no such difference.
do $$
begin
  if not exists (
    select from pg_auth_members given
    where given.roleid = 'orglens_reader'::regrole and given.member = quote_ident(current_user)::regrole
      and coalesce((to_jsonb(given) ->> 'set_option')::boolean, true))
  then
    execute format('grant orglens_reader to %I', current_user);
  end if;
exception
  -- Roles belong to the whole cluster: a migration of another database did it at the same moment.
  when unique_violation or internal_error then null;
end
$$;

grant usage, create on schema dashboard to orglens_reader;

alter function dashboard.answer(jsonb) owner to orglens_reader;

alter function dashboard.coverage(text) owner to orglens_reader;

revoke create on schema dashboard from orglens_reader;

revoke all on all routines in schema dashboard from public;

grant execute on all routines in schema dashboard to orglens_reader;

grant usage on schema dashboard to orglens_app;

grant execute on function dashboard.columns(), dashboard.view_of(text), dashboard.answer(jsonb), dashboard.coverage(text) to orglens_app;
