-- The statement that gives the rows of the first few values of a column, and the others' together:
--   selected  the select that gives the groups as c1, c2 ...
--   first     {"column": the id of the column, "by": the id of what its values are ordered by, "descending", "count"}
--   listed    the columns of a row
--   finally   the order and the limit of the rows
-- What is counted or summed up is summed up for the others, of anything else they give the least; their column is null.
create function dashboard.folding(selected text, columns jsonb, first jsonb, listed text, finally text) returns text
language plpgsql immutable
set search_path = pg_catalog
as $$
declare
  own int;
  measure int;
  folded text;
  grouped text;
begin
  select max(asked.place) filter (where asked.value ->> 'id' = first ->> 'column'), max(asked.place) filter (where asked.value ->> 'id' = first ->> 'by')
  into own, measure
  from jsonb_array_elements(columns) with ordinality asked (value, place);
  select
    string_agg(
      case
        when asked.place = own then format('null::text as c%s', asked.place)
        when (asked.value ->> 'groups')::boolean then format('c%s', asked.place)
        when asked.value #>> '{expression,call}' in ('sum', 'count') then format('sum(c%1$s) as c%1$s', asked.place)
        else format('min(c%1$s) as c%1$s', asked.place)
      end,
      ', ' order by asked.place),
    string_agg(format('c%s', asked.place), ', ' order by asked.place) filter (where asked.place <> own and (asked.value ->> 'groups')::boolean)
  into folded, grouped
  from jsonb_array_elements(columns) with ordinality asked (value, place);
  return format(
    $sql$
    with selected as materialized (%1$s),
    totalled as (select selected.*, sum(c%2$s) over (partition by c%3$s) as total from selected),
    placed as materialized (select totalled.*, dense_rank() over (order by total %4$s nulls last, c%3$s) as place from totalled)
    select
      (select jsonb_agg(jsonb_build_array(%5$s)) from (select * from placed where place <= %6$s%7$s) answered),
      (
        select jsonb_build_object('count', (select max(place) - %6$s from placed), 'rows', jsonb_agg(jsonb_build_array(%5$s)))
        from (select %8$s from placed where place > %6$s%9$s) answered
        having count(*) > 0
      )
    $sql$,
    selected, measure, own, case when (first ->> 'descending')::boolean then 'desc' else 'asc' end, listed, (first ->> 'count')::int, finally, folded,
    case when grouped is null then ' having count(*) > 0' else ' group by ' || grouped end);
end
$$;
