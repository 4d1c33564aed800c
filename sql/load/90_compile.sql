select load.compile(t.relation) from load.targets() t order by t.turn;

-- Which functions loaded a section: newer ones may take more out of the same document, so it has to be sent to them again.
do $$
begin
  execute format('create function load.version() returns text language sql immutable as %L', format('select %L',
    (select md5(string_agg(p.prosrc, '' order by p.proname)) from pg_proc p where p.pronamespace = 'load'::regnamespace)));
end
$$;

grant usage on schema load to orglens_app;

grant execute on all routines in schema load to orglens_app;
