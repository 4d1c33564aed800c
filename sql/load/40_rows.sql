-- The fast path assumes good data: a chunk goes in as a whole. Only a chunk that fails is halved until its bad rows stand
-- alone; those are reported, all others are in.

create function load.section_rows(in_section text, rows json, parent json) returns void language plpgsql as $$
declare
  target record;
begin
  if in_section = 'account' then
    perform load.account(rows -> 0);
  end if;
  for target in select * from load.targets() t where t.section = in_section order by t.turn loop
    execute format('select load.merge_%s(%s, $2)', target.relation, load.rows_argument(target.source)) using rows, parent;
  end loop;
end
$$;

-- How a source takes rows that are given as JSON.
create function load.rows_argument(in_source text) returns text language sql stable as $$
  select case when to_regtype(format('load.%I', in_source || '_row')) is null then '$1' else format('load.%I($1)', 'cells_' || in_source) end
$$;

create function load.try_cells(in_section text, cells text[], parent json) returns void language plpgsql as $$
declare
  target record;
begin
  select * into strict target from load.targets() t where t.section = in_section;
  perform load.cells_into(target.relation, cells, parent);
exception
  when data_exception or integrity_constraint_violation or program_limit_exceeded then
    perform load.try_rows(in_section, load.cells_as_json(target.source, cells), parent);
end
$$;

create function load.cells_as_json(in_source text, cells text[]) returns json language plpgsql stable as $$
declare
  rows json;
begin
  execute format('select load.%I($1)', 'json_' || in_source) into strict rows using cells;
  return rows;
end
$$;

create function load.try_rows(in_section text, rows json, parent json) returns void language plpgsql as $$
declare
  failed_state text;
  failed_column text;
  elements text[];
  middle int;
begin
  perform load.section_rows(in_section, rows, parent);
exception
  when data_exception or integrity_constraint_violation or program_limit_exceeded then
    get stacked diagnostics failed_state = returned_sqlstate, failed_column = column_name;
    if json_array_length(rows) <= 1 then
      perform load.reject_row(in_section, load.readable(rows) -> 0, parent, failed_state, nullif(failed_column, ''));
    else
      select array_agg(e.value::text order by e.ordinality) into elements from json_array_elements(rows) with ordinality e;
      middle := cardinality(elements) / 2;
      perform load.try_rows(in_section, ('[' || array_to_string(elements[:middle], ',') || ']')::json, parent);
      perform load.try_rows(in_section, ('[' || array_to_string(elements[middle + 1:], ',') || ']')::json, parent);
    end if;
end
$$;

-- What is wrong with a value, without the value: reports must not carry payload.
create function load.value_class(failed_state text) returns text language sql immutable as $$
  select case failed_state
    when '22P02' then 'wrong_type' when '22023' then 'not_an_object' when '22003' then 'out_of_range'
    when '22007' then 'not_a_date' when '22008' then 'impossible_date' when '22P05' then 'nul_character'
    when '23502' then 'missing' when '23503' then 'no_such_parent' when '23514' then 'against_the_rules'
    when '54000' then 'too_long' else failed_state end
$$;

-- PostgreSQL's own operators refuse to look into JSON that holds a NUL anywhere: to be reported it gets a picture of one.
create function load.readable(rows json) returns json language sql immutable as $$
  select replace(rows::text, '\u0000', '\u2400')::json
$$;

create function load.reject_row(in_section text, bad_row json, parent json, failed_state text, failed_column text) returns void language plpgsql as $$
begin
  insert into public.rejected_rows (snapshot_id, section, natural_key, column_name, value_class, sqlstate)
  values (load.snapshot_id(), in_section, load.name_of_row(in_section, bad_row),
    coalesce(failed_column, case failed_state when '22P05' then load.nul_member(bad_row) else load.culprit(in_section, bad_row, parent) end), load.value_class(failed_state), failed_state);
  update pg_temp.load_sections s set skipped = s.skipped + 1 where s.section = in_section;
end
$$;

create function load.name_of_row(in_section text, bad_row json) returns text language plpgsql as $$
begin
  return (
    select left(string_agg(coalesce(bad_row ->> m, ''), ' / '), 500)
    from (select t.members from load.targets() t where t.section = in_section order by t.turn limit 1) t, unnest(t.members) m);
exception
  when data_exception then return null;
end
$$;

create function load.nul_member(readable_row json) returns text language plpgsql as $$
begin
  return (select e.key from json_each(readable_row) e where position('\u2400' in e.value::text) > 0 limit 1);
exception
  when data_exception then return null;
end
$$;

-- The member without which the row could be read; null when there is none, or the row is no object, or it was one of too many.
create function load.culprit(in_section text, bad_row json, parent json) returns text language plpgsql as $$
declare
  target record;
  member text;
begin
  if json_typeof(bad_row) <> 'object' or (select s.skipped from pg_temp.load_sections s where s.section = in_section) >= 200 then
    return null;
  end if;
  for member in select k from json_object_keys(bad_row) k loop
    begin
      for target in select * from load.targets() t where t.section = in_section loop
        execute format('select count(i::text) from load.%I(%s, $2, load.region()) i', target.source, load.rows_argument(target.source))
          using json_build_array((select json_object_agg(e.key, case when e.key <> member then e.value end) from json_each(bad_row) e)), parent;
      end loop;
      return member;
    exception
      when data_exception then null;
    end;
  end loop;
  return null;
exception
  when data_exception then return null;
end
$$;

-- Loads a chunk: slices names the section, the parent and the place in body of each run of rows: an array of JSON, or cells
-- (load.define_rows).
-- A client that lost its connection may send the same call again: chunks are numbered from 1, and one that is in is not taken twice.
create function load.chunk(number int, slices json, body bytea) returns void language plpgsql as $$
declare
  slice record;
  run text;
  cells text[];
begin
  if number <= coalesce(nullif(current_setting('load.chunk_number', true), ''), '0')::int then
    return;
  end if;
  perform set_config('load.chunk_number', number::text, true);
  for slice in
    select * from json_to_recordset(slices) as s (section text, parent json, rows int, "offset" int, length int, is_cells boolean)
  loop
    update pg_temp.load_sections s set received = s.received + slice.rows where s.section = slice.section;
    run := convert_from(substr(body, slice."offset" + 1, slice.length), 'UTF8');
    if slice.is_cells then
      cells := string_to_array(run, E'\x1e', E'\x1f');
      perform load.try_cells(slice.section, cells, slice.parent);
    else
      perform load.try_rows(slice.section, run::json, slice.parent);
    end if;
  end loop;
end
$$;
