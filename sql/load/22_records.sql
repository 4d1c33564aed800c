-- Rows travel as text: the cells of the members that are read of each row, one row after the other, with 0x1e between cells and 0x1f
-- for null. A run is split into one array of all its cells, which PL/pgSQL keeps so that any of them is found at once, and a row is
-- put together where it is inserted. PostgreSQL takes a third of the time that it takes for JSON; rows that are made first and
-- passed on are copied four times.
--   load.<source>_row           the members and their types
--   load.read_<source>(cells)   cells → rows, numbered
--   load.cells_<source>(json)   rows as JSON → cells
--   load.json_<source>(cells)   cells → rows as JSON, with what was sent in the cells, for rows that cannot be read
create function load.define_rows(in_source text, members text) returns void language plpgsql as $define$
declare
  row_type constant text := format('load.%I', in_source || '_row');
  width int;
begin
  execute format('create type %s as (%s)', row_type, members);
  select count(*) into width from load.members(row_type::regtype) m;
  execute format('create function load.%I(cells text[]) returns table (ordinality int, %s) language sql stable as %L', 'read_' || in_source, members,
    (select format('select r.first, %s from generate_series(1, cardinality(cells), %s) r (first)',
        string_agg(format(case when m.is_instant then 'load.instant(cells[r.first + %s])' else 'cells[r.first + %s]::%s' end, m."position" - 1, m.type), ', ' order by m."position"), width)
      from load.members(row_type::regtype) m));
  execute format('create function load.%I(rows json) returns text[] language sql stable as %L', 'cells_' || in_source,
    (select format('select array_agg(c.cell order by r.number, c.place)
        from (select row_number() over () as number, r.* from json_to_recordset(rows) r (%s)) r, unnest(array[%s]) with ordinality c (cell, place)',
        string_agg(format('%I %s', m.name, m.sent_as), ', ' order by m."position"), string_agg(format(case when m.is_instant then ''' '' || r.%I' else 'r.%I::text' end, m.name), ', ' order by m."position"))
      from load.members(row_type::regtype) m));
  execute format('create function load.%I(cells text[]) returns json language sql stable as %L', 'json_' || in_source,
    (select format('select json_agg(r) from (select %s from generate_series(1, cardinality(cells), %s) r (first)) r',
        string_agg(format(case when m.is_instant then 'load.instant_text(cells[r.first + %1$s]) as %3$I' else 'cells[r.first + %1$s]::%2$s as %3$I' end,
          m."position" - 1, m.sent_as, m.name), ', ' order by m."position"), width)
      from load.members(row_type::regtype) m));
end
$define$;

-- The instant of a cell. The usual text is sent as + and microseconds since 1970, of which PostgreSQL makes sense in a tenth of the time;
-- any other behind a blank, so that none is taken for such a number.
create function load.instant(cell text) returns timestamptz language sql stable as $$
  select case when ascii(cell) = ascii('+') then timestamptz 'epoch' + interval '1 microsecond' * cell::bigint else cell::timestamptz end
$$;

create function load.instant_text(cell text) returns text language sql stable as $$
  select case when ascii(cell) = ascii('+') then load.instant(cell)::text else cell end
$$;

-- What is read of a row. is_json: its cells are JSON, not the text that a string of JSON stands for.
create function load.members(row_type regtype) returns table ("position" int, name text, type text, is_json boolean, is_instant boolean, sent_as text) language sql stable as $$
  select a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), j.is_json, a.atttypid = 'timestamptz'::regtype, case when j.is_json then 'json' else 'text' end
  from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral (select a.atttypid in ('json'::regtype, 'jsonb'::regtype) as is_json) j
  where c.reltype = row_type and a.attnum > 0
  order by a.attnum
$$;
