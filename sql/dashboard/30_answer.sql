-- The rows of a question:
--   view      a view of the schema public
--   values    all values that expressions name by their place
--   columns   [{"id", "expression", "groups": whether it is a dimension}]
--   filters   conditions, all of which must hold
--   order     [{"id", "descending"}]
--   limit, offset
--   first     optionally, to have the others of a column's values in one (29_folding.sql)
-- The answer is {"rows": [[...]], "more": whether there are rows beyond the limit, or beyond what an answer may weigh}, and with "first"
-- "others": {"count": of values, "rows": [[...]]}, or null where there are none.
create function dashboard.answer(question jsonb) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog
set "TimeZone" = 'UTC'
-- Aurora's storage seeks as fast as it reads, compiling takes longer than any question here, and nothing is to go by way of a file.
set random_page_cost = 1.1
set jit = off
set work_mem = '64MB'
-- A page asks six questions at a time: each has a processor's worth, and none waits for workers.
set max_parallel_workers_per_gather = 0
as $$
declare
  viewed text := dashboard.asked_view(question);
  size int := least(coalesce((question ->> 'limit')::int, 1000), 5000);
  listed text;
  conditions text;
  sorted text;
  selected text;
  finally text;
  rows jsonb;
  others jsonb;
  kept jsonb;
  most_bytes constant int := 600000;
  texts text[];
  numbers numeric[];
  instants timestamptz[];
  flags boolean[];
begin
  if dashboard.view_of(viewed) is null then
    raise exception 'there is no view %', viewed using errcode = 'undefined_table';
  end if;
  select string_agg(format('answered.c%s', asked.place), ', ' order by asked.place) into listed
  from jsonb_array_elements(question -> 'columns') with ordinality asked (value, place);
  select string_agg(dashboard.expression(viewed, condition.value), ' and ') into conditions
  from jsonb_array_elements(question -> 'filters') condition (value);
  select string_agg(format('%s %s nulls last', asked.place, case when (sorting.value ->> 'descending')::boolean then 'desc' else 'asc' end), ', ' order by sorting.place)
  into sorted
  from jsonb_array_elements(question -> 'order') with ordinality sorting (value, place)
  join jsonb_array_elements(question -> 'columns') with ordinality asked (value, place) on asked.value ->> 'id' = sorting.value ->> 'id';
  -- Typed here, the planner knows them, and no row has a text to be turned into a date.
  select
    array_agg(given.value order by given.place),
    array_agg(case when used.types ? 'numeric' then given.value::numeric end order by given.place),
    array_agg(case when used.types ? 'timestamptz' then given.value::timestamptz end order by given.place),
    array_agg(case when used.types ? 'boolean' then given.value::boolean end order by given.place)
  into texts, numbers, instants, flags
  from jsonb_array_elements_text(question -> 'values') with ordinality given (value, place)
  left join (
    select (named.value ->> 'value')::int + 1 as place, jsonb_agg(named.value ->> 'type') as types
    from jsonb_path_query(question, 'strict $.** ? (@.value.type() == "number" && @.type.type() == "string")') named (value)
    group by 1
  ) used on used.place = given.place;
  selected := dashboard.selection(viewed, question -> 'columns', conditions);
  finally := format('%s limit %s offset %s', coalesce(' order by ' || sorted, ''), size + 1, coalesce((question ->> 'offset')::int, 0));
  execute case
    when question ? 'first' then dashboard.folding(selected, question -> 'columns', question -> 'first', listed, finally)
    else format('select jsonb_agg(jsonb_build_array(%s)), null::jsonb from (%s%s) answered', listed, selected, finally)
  end into rows, others using texts, numbers, instants, flags;
  -- The Data API answers with 1 MiB at most, quotes and all: the rows that fit, and that there are more.
  select jsonb_agg(fitting.value order by fitting.place) into kept
  from (
    select row.value, row.place, sum(octet_length(row.value::text) + 2) over (order by row.place) as bytes
    from jsonb_array_elements(rows) with ordinality row (value, place)
  ) fitting
  where fitting.place <= size and (fitting.bytes <= most_bytes or fitting.place = 1);
  return jsonb_build_object(
    'rows', coalesce(kept, '[]'), 'more', coalesce(jsonb_array_length(rows), 0) > coalesce(jsonb_array_length(kept), 0))
    || case when question ? 'first' then jsonb_build_object('others', others) else '{}' end;
end
$$;

comment on function dashboard.answer is 'Runs as orglens_reader whoever asks: it can read, and nothing else.';
