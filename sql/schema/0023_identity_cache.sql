-- Rows of facts are added by the thousand: a session takes their ids by 32 instead of one by one. What it does not use is never used.
do $$
declare
  fact record;
begin
  for fact in
    select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'id' and c.is_identity = 'YES'
      and exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'collection_id')
    order by c.table_name
  loop
    execute format('alter table public.%I alter column id set cache 32', fact.table_name);
  end loop;
end
$$;
