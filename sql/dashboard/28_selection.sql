-- The select that gives the columns of a question as c1, c2 ..., without its order.
create function dashboard.selection(viewed text, columns jsonb, conditions text) returns text
language plpgsql stable
set search_path = pg_catalog
as $$
declare
  met text := coalesce(' where ' || conditions, '');
  selected text;
  grouped text;
  parts text;
  parted text;
begin
  select string_agg(asked.place::text, ', ' order by asked.place) filter (where (asked.value ->> 'groups')::boolean)
  into grouped
  from jsonb_array_elements(columns) with ordinality asked (value, place);
  if dashboard.counts_one_thing(columns) then
    -- Each thing once, then how many there are: a hash tells them apart, where count(distinct ...) has to sort all rows.
    select
      string_agg(
        format('%s as c%s', dashboard.expression(viewed, case when what.counts then asked.value #> '{expression,arguments,0}' else asked.value -> 'expression' end), asked.place),
        ', ' order by asked.place),
      string_agg(asked.place::text, ', ' order by asked.place) filter (where what.groups or what.counts),
      string_agg(
        format(
          case when what.groups then 'once.c%1$s as c%1$s' when what.counts then 'count(once.c%1$s) as c%1$s' else '%2$s(once.c%1$s) as c%1$s' end,
          asked.place, asked.value #>> '{expression,call}'),
        ', ' order by asked.place)
    into parts, parted, selected
    from jsonb_array_elements(columns) with ordinality asked (value, place)
    cross join lateral (
      select (asked.value ->> 'groups')::boolean as groups, asked.value #>> '{expression,call}' like 'distinct\_count%' as counts
    ) what;
    return format('select %s from (select %s from public.%I source%s group by %s) once%s', selected, parts, viewed, met, parted, coalesce(' group by ' || grouped, ''));
  end if;
  select string_agg(format('%s as c%s', dashboard.expression(viewed, asked.value -> 'expression'), asked.place), ', ' order by asked.place)
  into selected
  from jsonb_array_elements(columns) with ordinality asked (value, place);
  return format('select %s from public.%I source%s%s', selected, viewed, met, coalesce(' group by ' || grouped, ''));
end
$$;

-- Whether all that is counted is one kind of thing, and whatever else is asked can be made of parts.
create function dashboard.counts_one_thing(columns jsonb) returns boolean
language sql immutable
set search_path = pg_catalog
as $$
  select count(distinct asked.value #> '{expression,arguments}') filter (where asked.value #>> '{expression,call}' like 'distinct\_count%') = 1
    and bool_and(asked.value #>> '{expression,call}' like 'distinct\_count%' or coalesce(asked.value #>> '{expression,call}' in ('sum', 'min', 'max'), false))
  from jsonb_array_elements(columns) asked
  where not coalesce((asked.value ->> 'groups')::boolean, false)
$$;
