-- What an expression may call. %1$s, %2$s ... are its arguments; where size is null there is any number of them, which joined puts between.
create function dashboard.calls() returns table (name text, size int, template text, joined text)
language sql immutable
as $$
  values
    ('and', null::int, '(%1$s)', ' and '), ('or', null, '(%1$s)', ' or '), ('coalesce', null, 'coalesce(%1$s)', ', '),
    ('concat', null, 'concat(%1$s)', ', '), ('in', null, null, null), ('case', null, null, null),
    ('not', 1, '(not %1$s)', null), ('is_null', 1, '(%1$s is null)', null), ('is_not_null', 1, '(%1$s is not null)', null),
    ('eq', 2, '(%1$s = %2$s)', null), ('ne', 2, '(%1$s <> %2$s)', null), ('lt', 2, '(%1$s < %2$s)', null), ('le', 2, '(%1$s <= %2$s)', null),
    ('gt', 2, '(%1$s > %2$s)', null), ('ge', 2, '(%1$s >= %2$s)', null),
    ('add', 2, '(%1$s + %2$s)', null), ('subtract', 2, '(%1$s - %2$s)', null), ('multiply', 2, '(%1$s * %2$s)', null),
    ('divide', 2, '(%1$s::numeric / nullif(%2$s, 0))', null), ('negate', 1, '(- %1$s)', null),
    ('round', 2, 'round(%1$s::numeric, %2$s::int)', null), ('abs', 1, 'abs(%1$s)', null), ('ceil', 1, 'ceil(%1$s)', null), ('floor', 1, 'floor(%1$s)', null),
    ('lower', 1, 'lower(%1$s)', null), ('upper', 1, 'upper(%1$s)', null), ('trim', 1, 'btrim(%1$s)', null), ('length', 1, 'length(%1$s)', null),
    ('contains', 2, '(position(%2$s in %1$s) > 0)', null), ('starts_with', 2, 'starts_with(%1$s, %2$s)', null),
    ('ends_with', 2, '(right(%1$s, length(%2$s)) = %2$s)', null), ('locate', 2, 'position(%2$s in %1$s)', null),
    ('replace', 3, 'replace(%1$s, %2$s, %3$s)', null), ('substring', 3, 'substr(%1$s, %2$s::int, %3$s::int)', null), ('left', 2, 'left(%1$s, %2$s::int)', null), ('right', 2, 'right(%1$s, %2$s::int)', null),
    ('text', 1, '(%1$s)::text', null), ('number', 1, '(%1$s)::numeric', null), ('flag', 1, '(%1$s)::int', null), ('instant', 1, '(%1$s)::timestamptz', null),
    ('now', 0, 'now()', null), ('days_between', 2, '((%2$s)::date - (%1$s)::date)', null),
    ('add_seconds', 2, '(%1$s + %2$s * interval ''1 second'')', null), ('add_days', 2, '(%1$s + %2$s * interval ''1 day'')', null),
    ('add_months', 2, '(%1$s + %2$s * interval ''1 month'')', null),
    ('trunc_year', 1, 'date_trunc(''year'', %1$s)', null), ('trunc_quarter', 1, 'date_trunc(''quarter'', %1$s)', null),
    ('trunc_month', 1, 'date_trunc(''month'', %1$s)', null), ('trunc_week', 1, 'date_trunc(''week'', %1$s)', null),
    ('trunc_day', 1, 'date_trunc(''day'', %1$s)', null), ('trunc_hour', 1, 'date_trunc(''hour'', %1$s)', null),
    ('trunc_minute', 1, 'date_trunc(''minute'', %1$s)', null),
    ('sum', 1, 'sum(%1$s)', null), ('average', 1, 'avg(%1$s)', null), ('min', 1, 'min(%1$s)', null), ('max', 1, 'max(%1$s)', null),
    ('count', 1, 'count(%1$s)', null), ('distinct_count', 1, 'count(distinct %1$s)', null),
    ('distinct_count_text', 1, 'count(distinct (%1$s) collate "C")', null),
    ('median', 1, 'percentile_cont(0.5) within group (order by %1$s)', null), ('stdev', 1, 'stddev_samp(%1$s)', null),
    ('stdevp', 1, 'stddev_pop(%1$s)', null), ('var', 1, 'var_samp(%1$s)', null), ('varp', 1, 'var_pop(%1$s)', null)
$$;

-- The SQL of an expression: {"column": name}, {"value": n, "type": ...} (the n-th of the question's values, which stay parameters: an array for each type),
-- {"constant": null | true | false} or {"call": name, "arguments": [...]}.
create function dashboard.expression(relation text, expression jsonb) returns text
language plpgsql stable
set search_path = pg_catalog
as $$
declare
  parts text[];
  target record;
  text_of text;
  subject jsonb;
begin
  if expression ? 'column' then
    perform 1
    from pg_attribute attribute
    where attribute.attrelid = dashboard.view_of(expression.relation) and attribute.attnum > 0 and not attribute.attisdropped
      and attribute.attname = expression.expression ->> 'column';
    if not found then
      raise exception 'view % has no column %', relation, expression ->> 'column' using errcode = 'undefined_column';
    end if;
    return format('source.%I', expression ->> 'column');
  elsif expression ? 'value' then
    if expression ->> 'type' not in ('text', 'numeric', 'timestamptz', 'boolean') then
      raise exception 'values are not of type %', expression ->> 'type' using errcode = 'invalid_parameter_value';
    end if;
    return format('$%s[%s]', array_position('{text,numeric,timestamptz,boolean}', expression ->> 'type'), (expression ->> 'value')::int + 1);
  elsif expression ? 'constant' then
    return coalesce((expression ->> 'constant')::boolean::text, 'null');
  end if;
  select * into target from dashboard.calls() known where known.name = expression.expression ->> 'call';
  if not found then
    raise exception 'expressions cannot call %', expression ->> 'call' using errcode = 'undefined_function';
  end if;
  select coalesce(array_agg(dashboard.expression(expression.relation, argument.value) order by argument.place), '{}') into parts
  from jsonb_array_elements(expression.expression -> 'arguments') with ordinality argument (value, place);
  if cardinality(parts) <> target.size or target.size is null and cardinality(parts) = 0 then
    raise exception '% does not take % arguments', target.name, cardinality(parts) using errcode = 'invalid_parameter_value';
  end if;
  if target.name = 'in' then
    return case when cardinality(parts) = 1 then 'false' else format('(%s in (%s))', parts[1], array_to_string(parts[2:], ', ')) end;
  elsif target.name = 'case' then
    select
      case when bool_and(condition.value ->> 'call' = 'eq') and count(distinct condition.value #> '{arguments,0}') = 1 then jsonb_agg(condition.value #> '{arguments,0}') -> 0 end
    into subject
    from jsonb_array_elements(expression.expression -> 'arguments') with ordinality condition (value, place)
    where condition.place % 2 = 1 and condition.place < cardinality(parts);
    -- What is compared with one value after the other is evaluated once.
    select string_agg(
      format(
        'when %s then %s',
        case when subject is null then parts[place] else dashboard.expression(expression.relation, expression.expression #> array['arguments', (place - 1)::text, 'arguments', '1']) end,
        parts[place + 1]),
      ' ' order by place)
    into text_of
    from generate_series(1, cardinality(parts) - 1, 2) place;
    return format(
      '(case%s %s else %s end)', case when subject is null then '' else ' ' || dashboard.expression(expression.relation, subject) end, text_of,
      case when cardinality(parts) % 2 = 1 then parts[cardinality(parts)] else 'null' end);
  elsif target.size is null then
    return format(target.template, array_to_string(parts, target.joined));
  end if;
  return format(target.template, variadic parts);
end
$$;
