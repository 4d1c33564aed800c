-- Rows travel as text: cells with 0x1e between them and 0x1f for null. First comes for each member that is read of a row where it is,
-- then what is the same in all rows of the run (-1 is the first of these), then the rows without it (0 is the first cell of a row).
-- A run is split into one array of all its cells, which PL/pgSQL keeps so that any of them is found at once, and a row is put together
-- where it is inserted. PostgreSQL takes a third of the time that it takes for JSON; rows that are made first and passed on are
-- copied four times.
--   load.<source>_row           the members and their types
--   load.read_<source>(cells)   cells → rows, numbered
--   load.cells_<source>(json)   rows as JSON → cells
--   load.json_<source>(cells)   cells → rows as JSON, with what was sent in the cells, for rows that cannot be read
create function load.define_rows(in_source text, members text) returns void language plpgsql as $define$
declare
  row_type constant text := format('load.%I', in_source || '_row');
  width int;
  places text;
begin
  execute format('create type %s as (%s)', row_type, members);
  select count(*) into width from load.members(row_type::regtype) m;
  -- The limit (offset 0) has places read once, not for each row.
  select format('(select %s, load.same_cells(cells, %s) as same offset 0) l, generate_series(%2$s + 1 + l.same, cardinality(cells), greatest(%2$s - l.same, 1)) r (first)',
    string_agg(format('cells[%1$s]::int as at_%1$s', m."position"), ', '), width)
  into places from load.members(row_type::regtype) m;
  execute format('create function load.%I(cells text[]) returns table (ordinality int, %s) language sql stable as %L', 'read_' || in_source, members,
    (select format('select r.first, %s from %s',
        string_agg(format(case when m.is_instant then 'load.instant(%s)' else '%s::%s' end, load.cell(m."position", width), m.type), ', ' order by m."position"), places)
      from load.members(row_type::regtype) m));
  execute format('create function load.%I(rows json) returns text[] language sql stable as %L', 'cells_' || in_source,
    (select format('select array(select (p - 1)::text from generate_series(1, %s) p order by p) || array_agg(c.cell order by r.number, c.place)
        from (select row_number() over () as number, r.* from json_to_recordset(rows) r (%s)) r, unnest(array[%s]) with ordinality c (cell, place)',
        width, string_agg(format('%I %s', m.name, m.sent_as), ', ' order by m."position"),
        string_agg(format(case when m.is_instant then ''' '' || r.%I' else 'r.%I::text' end, m.name), ', ' order by m."position"))
      from load.members(row_type::regtype) m));
  execute format('create function load.%I(cells text[]) returns json language sql stable as %L', 'json_' || in_source,
    (select format('select json_agg(r) from (select %s from %s) r',
        string_agg(format(case when m.is_instant then 'load.instant_text(%1$s) as %3$I' else '%1$s::%2$s as %3$I' end, load.cell(m."position", width), m.sent_as, m.name),
          ', ' order by m."position"), places)
      from load.members(row_type::regtype) m));
end
$define$;

-- A member's cell, as an expression: of those that are the same in all rows, or of the row that begins at r.first.
create function load.cell(place int, width int) returns text language sql immutable as $$
  select format('cells[case when l.at_%1$s < 0 then %2$s - l.at_%1$s else l.at_%1$s + r.first end]', place, width)
$$;

-- How many of so many members are the same in all rows.
create function load.same_cells(cells text[], members int) returns int language sql immutable as $$
  select count(*)::int from generate_series(1, members) m where cells[m]::int < 0
$$;

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
