-- Rows travel as text: records with 0x1d between them, each the cells of the members that are read of a row, with 0x1e between them
-- and 0x1f for null. PostgreSQL takes such a record apart in a third of the time that it takes for JSON, and where it is inserted:
-- rows that are made first and passed on are copied four times.
--   load.<source>_row          the members and their types
--   load.read_<source>(rows)   records → their members, numbered
--   load.rows_<source>(json)   rows as JSON → records. Their text may hold anything, so these are arrays of JSON: ["…",null]
--   load.json_<source>(rows)   records → rows as JSON, with what was sent in the cells, for rows that cannot be read
create function load.define_rows(in_source text, members text) returns void language plpgsql as $define$
declare
  row_type constant text := format('load.%I', in_source || '_row');
  cells constant text := $cells$
  select r.ordinality, case ascii(r.record)
    when ascii('[') then array(select c.cell from json_array_elements_text(r.record::json) with ordinality c (cell, place) order by c.place)
    else string_to_array(r.record, E'\x1e', E'\x1f') end as cells
  from string_to_table(rows, E'\x1d') with ordinality r (record, ordinality)
$cells$;
begin
  execute format('create type %s as (%s)', row_type, members);
  -- The limit of a subquery (offset 0) has a record taken apart once, not for each of its members.
  execute format('create function load.%I(rows text) returns table (ordinality bigint, %s) language sql stable as %L', 'read_' || in_source, members,
    (select format('select l.ordinality, %s from (%s offset 0) l', string_agg(format('l.cells[%s]::%s', m."position", m.type), ', ' order by m."position"), cells)
      from load.members(row_type::regtype) m));
  execute format('create function load.%I(rows json) returns text language sql stable as %L', 'rows_' || in_source,
    (select format('select string_agg(json_build_array(%s)::text, E''\x1d'') from json_to_recordset(rows) r (%s)', string_agg(format('r.%I::text', m.name), ', ' order by m."position"),
        string_agg(format('%I %s', m.name, m.sent_as), ', ' order by m."position"))
      from load.members(row_type::regtype) m));
  execute format('create function load.%I(rows text) returns json language sql stable as %L', 'json_' || in_source,
    (select format('select json_agg(r) from (select %s from (%s offset 0) l) r',
        string_agg(format('l.cells[%s]::%s as %I', m."position", m.sent_as, m.name), ', ' order by m."position"), cells)
      from load.members(row_type::regtype) m));
end
$define$;

-- What is read of a row. is_json: its cells are JSON, not the text that a string of JSON stands for.
create function load.members(row_type regtype) returns table ("position" int, name text, type text, is_json boolean, sent_as text) language sql stable as $$
  select a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), j.is_json, case when j.is_json then 'json' else 'text' end
  from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral (select a.atttypid in ('json'::regtype, 'jsonb'::regtype) as is_json) j
  where c.reltype = row_type and a.attnum > 0
  order by a.attnum
$$;
