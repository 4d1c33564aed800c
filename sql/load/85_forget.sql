-- Rows of facts have no foreign key (see collections): what a cascade would do for them when an account is deleted, this does,
-- one statement for each table.
create function load.forget_rows() returns trigger language plpgsql as $$
declare
  target record;
begin
  for target in select distinct t.relation from load.targets() t loop
    execute format('delete from public.%I t using gone g where t.collection_id = g.id', target.relation);
  end loop;
  return null;
end
$$;

create trigger forget_rows after delete on public.collections referencing old table as gone
  for each statement execute function load.forget_rows();
