-- The columns of a view and their types, in their order; none when there is no such view.
create function publish.columns(relation text) returns table (name text, type text)
language sql stable
set search_path = pg_catalog
as $$
  select attribute.attname::text, case when type.typtype = 'e' then 'text' else format_type(attribute.atttypid, null) end
  from pg_attribute attribute
  join pg_type type on type.oid = attribute.atttypid
  where attribute.attrelid = dashboard.view_of(columns.relation) and attribute.attnum > 0 and not attribute.attisdropped
  order by attribute.attnum
$$;

comment on function publish.columns is 'Names and types of a view''s columns.';
