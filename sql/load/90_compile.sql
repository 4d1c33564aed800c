select load.compile(t.relation) from load.targets() t order by t.turn;

select load.watch(s.relation) from public.history_settings s order by s.relation;

-- A statement that names its function is planned once, and given a run's cells as they are; one that is put together is planned for
-- each run, with a copy of them.
do $$
begin
  execute format('create function load.cells_into(in_relation text, cells text[], parent json) returns void language plpgsql as %L', (
    select format('begin case in_relation %s end case; end', string_agg(format('when %L then perform load.merge_%s(cells, parent);', t.relation, t.relation), ' '))
    from load.targets() t
    where to_regtype(format('load.%I', t.source || '_row')) is not null));
end
$$;

-- The members to send of each section's rows, looked up once: {"section": [{"name": …, "is_json": …, "is_instant": …}]}. Those that
-- are missing are sent as JSON.
do $$
begin
  execute format('create function load.sent_members() returns json language sql immutable as %L', format('select %L::json', (
    select json_object_agg(t.section, t.members)
    from (
      select t.section, json_agg(json_build_object('name', m.name, 'is_json', m.is_json, 'is_instant', m.is_instant) order by m."position") as members
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
