-- Whoever asks, it is orglens_reader who reads. To give it the functions, one has to be able to be it, and it has to be allowed to have them.
do $$
begin
  if not pg_has_role(current_user, 'orglens_reader', 'member') then
    execute format('grant orglens_reader to %I', current_user);
  end if;
end
$$;

grant usage, create on schema dashboard to orglens_reader;

grant select on all tables in schema public to orglens_reader;

alter function dashboard.answer(jsonb) owner to orglens_reader;

alter function dashboard.coverage(text) owner to orglens_reader;

revoke create on schema dashboard from orglens_reader;

revoke all on all routines in schema dashboard from public;

grant execute on all routines in schema dashboard to orglens_reader;

grant usage on schema dashboard to orglens_app;

grant execute on function dashboard.columns(), dashboard.answer(jsonb), dashboard.coverage(text) to orglens_app;
