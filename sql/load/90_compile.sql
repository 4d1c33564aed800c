select load.compile(t.relation) from load.targets() t order by t.turn;

select load.watch(s.relation) from public.history_settings s order by s.relation;

-- The members to send of each section's rows, looked up once.
do $$
begin
  execute format('create function load.section_members(in_section text) returns json language sql immutable as %L', format('select %L::json -> in_section', (
    select json_object_agg(t.section, t.members)
    from (
      select t.section, json_agg(json_build_object('name', m.name, 'is_json', m.is_json) order by m."position") as members
      from load.targets() t, load.members(to_regtype(format('load.%I', t.source || '_row'))) m
      group by t.section
    ) t)));
end
$$;

-- Which functions loaded a section: newer ones may take more out of the same document, so it has to be sent to them again.
do $$
begin
  execute format('create function load.version() returns text language sql immutable as %L', format('select %L',
    (select md5(string_agg(p.prosrc, '' order by p.proname)) from pg_proc p where p.pronamespace = 'load'::regnamespace)));
end
$$;

grant usage on schema load to orglens_app;

grant execute on all routines in schema load to orglens_app;
