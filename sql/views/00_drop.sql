-- Views are derived: all of them go and come again whenever one changes, so neither their order nor a change of a table is
-- held up by what depends on what. Views made by others that read from these go with them: keep a script that makes them.
do $$
declare
  existing text;
begin
  select string_agg(format('public.%I', viewname), ', ') into existing
  from pg_views
  where schemaname = 'public' and viewowner = current_user
    and (viewname like 'view\_%' or viewname like 'vw\_%'
      or viewname in ('account_block', 'account_posture', 'latest_forecast', 'latest_violations', 'cost_by_account', 'cost_by_service', 'freshness',
        'pipeline_documents', 'pipeline_health', 'changes'));
  if existing is not null then
    execute 'drop view if exists ' || existing || ' cascade';
  end if;
end
$$;
