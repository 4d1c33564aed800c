-- Rows travel as text: each is a record of a type load.<source>_row, whose attributes are the members that are read of a row. PostgreSQL
-- reads a record in a quarter of the time that it takes for JSON, and reads it where it is inserted: rows that are made first and
-- passed on are copied four times.
--   load.<source>_row          the members and their types
--   load.<source>_cells        the same cells as they were sent, for a row that cannot be read as its type
--   load.read_<source>(rows)   records → their members, numbered
--   load.rows_<source>(json)   rows as JSON → records
create function load.define_rows(in_source text, members text) returns void language plpgsql as $define$
declare
  row_type constant text := format('load.%I', in_source || '_row');
begin
  execute format('create type %s as (%s)', row_type, members);
  execute format('create type load.%I as (%s)', in_source || '_cells', (
    select string_agg(format('%I %s', m.name, case when m.is_json then 'json' else 'text' end), ', ' order by m.position) from load.members(row_type::regtype) m));
  -- The limit of a subquery (offset 0) has a record read once, not for each of its members.
  execute format($function$
create function load.%I(rows text[]) returns table (ordinality bigint, %s) language sql stable as $read$
  select l.ordinality, %s
  from (select r.ordinality, r.record::%s as record from unnest(rows) with ordinality r (record, ordinality) offset 0) l
$read$
$function$,
    'read_' || in_source, members,
    (select string_agg(format('(l.record).%I', m.name), ', ' order by m.position) from load.members(row_type::regtype) m), row_type);
  execute format($function$
create function load.%I(rows json) returns text[] language sql stable as $rows$
  select array(select r::text from json_populate_recordset(null::%s, rows) r)
$rows$
$function$, 'rows_' || in_source, row_type);
end
$define$;

-- What is read of a row. is_json: its cells are JSON, not the text that a string of JSON stands for.
create function load.members(row_type regtype) returns table ("position" int, name text, is_json boolean) language sql stable as $$
  select a.attnum, a.attname, a.atttypid in ('json'::regtype, 'jsonb'::regtype)
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.reltype = row_type and a.attnum > 0
  order by a.attnum
$$;

-- Records are sent with 0x1d between them.
create function load.split_records(records text) returns text[] language sql immutable as $$ select string_to_array(records, E'\x1d') $$;
