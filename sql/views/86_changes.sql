create view changes as
select
  account.account, account.account_region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, account.account_full, account.project_product_name,
  change.region, change.relation as table_name, change.key as natural_key, coalesce(change.label, case when change.relation = 'accounts' then account.account_name end) as label,
  change.kind, nullif(change.column_name, '') as column_name, change.old as old_value, change.new as new_value, change.at, change.day,
  change.snapshot_id, (select snapshot.key from snapshots snapshot where snapshot.id = change.snapshot_id) as document
from row_changes change
join account_block account on account.id = change.account_id
where change.relation in (select setting.relation from history_settings setting where setting.keep_days is not null)
  and (change.kind <> 'changed' or change.old is distinct from change.new);

comment on view changes is 'What appeared, changed (from what to what), disappeared and came back in the tables of history_settings, with the instant of the document that said so first. What the first document of a collection lists has not appeared: nobody knows how long it had been there.';

comment on column changes.account is 'The 12 digits.';

comment on column changes.region is 'The Region of what changed, or Global for what exists once per account.';

comment on column changes.table_name is 'The table.';

comment on column changes.natural_key is 'What names the row in its account and Region; slashes between its parts.';

comment on column changes.label is 'What it was called then.';

comment on column changes.kind is 'appeared, changed, disappeared or returned.';

comment on column changes.column_name is 'The column that changed; after a dot, the member of a JSON object or the key of a tag.';

comment on column changes.old_value is 'What it said before.';

comment on column changes.new_value is 'What it has said since.';

comment on column changes.at is 'When: the instant of the document that said so first. Something happened between the one before and that one.';

comment on column changes.day is 'Its day, UTC.';

comment on column changes.snapshot_id is 'That document in snapshots; null for a change by hand.';

comment on column changes.document is 'Its key in the bucket.';
