-- A column that a view takes over from a table under its own name means there what it means in the table. What a view computes, or calls by
-- another name, is said beside the view, or here where many views have it.
do $$
declare
  undescribed record;
  columns jsonb;
begin
  for undescribed in
    select relation.oid, relation.relname
    from pg_class relation
    where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'v' and pg_get_userbyid(relation.relowner) = current_user
    -- A view reads views that were made before it.
    order by relation.oid
  loop
    select jsonb_object_agg(attribute.attname, coalesce(taken.meaning, known.meaning)) into columns
    from pg_attribute attribute
    left join lateral (
      select min(meaning) as meaning
      from (
        select distinct col_description(source.attrelid, source.attnum) as meaning
        from pg_rewrite rule
        join pg_depend used on used.classid = 'pg_rewrite'::regclass and used.objid = rule.oid and used.refclassid = 'pg_class'::regclass and used.refobjsubid > 0
        join pg_attribute source on source.attrelid = used.refobjid and source.attnum = used.refobjsubid
        where rule.ev_class = undescribed.oid and source.attname = attribute.attname and source.attrelid <> 'collections'::regclass
      ) source
      having count(*) = 1
    ) taken on true
    left join (values
      ('account', 'The 12 digits of the account.'),
      ('account_region', 'Region of the row, or Global for what exists once per account.'),
      ('region', 'Region.'),
      ('name', 'Name.'),
      ('date_from', 'First day of the report''s period.'),
      ('date_to', 'Day after the report''s period.')) known (name, meaning) on known.name = attribute.attname
    where attribute.attrelid = undescribed.oid and attribute.attnum > 0 and not attribute.attisdropped
      and col_description(attribute.attrelid, attribute.attnum) is null and coalesce(taken.meaning, known.meaning) is not null;
    perform admin.describe(undescribed.relname, null, coalesce(columns, '{}'));
  end loop;
end
$$;
