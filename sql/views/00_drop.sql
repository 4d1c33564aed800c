-- Views are derived: all of them go and come again whenever one changes, so neither their order nor a table's change is
-- held up by what depends on what. A view of somebody else's that reads from these goes with them; give such views names
-- that don't begin with view_, and a script that makes them again.
do $$
declare
  existing record;
begin
  for existing in
    select viewname from pg_views
    where schemaname = 'public' and viewowner = current_user
      and (viewname like 'view\_%' or viewname in ('account_block', 'account_posture'))
  loop
    execute format('drop view if exists public.%I cascade', existing.viewname);
  end loop;
end
$$;
