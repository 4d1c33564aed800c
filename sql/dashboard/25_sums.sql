-- Views that hold sums of another view, the smallest first: they answer a question that adds up their measure and names none but their columns.
create function dashboard.sums() returns table (relation text, place int, summed text, measure text)
language sql immutable
as $$
  values ('view_acct_serv', 1, 'cost_by_service', 'cost'), ('view_acct_serv', 2, 'cost_by_account', 'cost')
$$;

-- Whether an expression gives the same over sums as over the rows that they are made of. What counts or weighs rows does not.
create function dashboard.fits(summed text, measure text, expression jsonb) returns boolean
language plpgsql stable
set search_path = pg_catalog
as $$
begin
  if expression ? 'column' then
    return expression ->> 'column' <> measure and exists (
      select from pg_attribute attribute
      where attribute.attrelid = dashboard.view_of(fits.summed) and attribute.attnum > 0 and attribute.attname = expression ->> 'column');
  elsif expression ->> 'call' = 'sum' then
    return expression -> 'arguments' = jsonb_build_array(jsonb_build_object('column', measure));
  elsif expression ->> 'call' in ('average', 'count', 'median', 'stdev', 'stdevp', 'var', 'varp') then
    return false;
  end if;
  return coalesce((select bool_and(dashboard.fits(fits.summed, fits.measure, argument.value)) from jsonb_array_elements(expression -> 'arguments') argument), true);
end
$$;

-- The view to ask: one of sums where it answers the same, otherwise the one that the question names.
create function dashboard.asked_view(question jsonb) returns text
language sql stable
set search_path = pg_catalog
as $$
  select coalesce(
    (
      select known.summed
      from dashboard.sums() known
      where known.relation = question ->> 'view'
        -- A list of rows is no question of sums.
        and not exists (
          select from jsonb_array_elements(question -> 'columns') asked
          where not coalesce((asked.value ->> 'groups')::boolean, false)
            and not asked.value @? '$.expression.** ? (@.call == "sum" || @.call == "min" || @.call == "max" || @.call == "distinct_count" || @.call == "distinct_count_text")')
        and not exists (
          select from jsonb_array_elements(question -> 'columns') asked where not dashboard.fits(known.summed, known.measure, asked.value -> 'expression'))
        and not exists (
          select from jsonb_array_elements(question -> 'filters') condition where not dashboard.fits(known.summed, known.measure, condition.value))
      order by known.place
      limit 1
    ),
    question ->> 'view')
$$;
