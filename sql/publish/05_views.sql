-- A view by its name; null when it is none, or not one of ours.
create function publish.view_of(name text) returns oid
language sql stable
set search_path = pg_catalog
as $$
  select oid from pg_class where relname = view_of.name and relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
$$;
