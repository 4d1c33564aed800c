-- Which protection did somebody switch off (logging, rotation, encryption, validation, public access, keys)?
select changes.at, changes.account, changes.account_name, changes.region, changes.table_name, changes.natural_key, changes.label, changes.column_name, changes.old_value, changes.new_value
from changes
where changes.kind = 'changed' and (
  changes.old_value = 'true' and changes.new_value is distinct from 'true' and changes.column_name in ('is_logging', 'is_multi_region', 'log_file_validation', 'key_rotation_enabled',
    'enabled', 'rotation_enabled', 'logging_enabled', 'is_compliant', 'details.encrypted', 'details.deletion_protection')
  or changes.new_value is null and changes.column_name in ('kms_key_id', 'details.kms_key_id', 'details.kms_key_arn')
  or changes.new_value = 'none' and changes.column_name = 'details.encryption'
  or changes.new_value like '%false%' and changes.column_name = 'details.public_access_block'
  or changes.new_value in ('Disabled', 'PendingDeletion') and changes.column_name = 'key_state')
order by changes.at desc nulls last, changes.account, changes.natural_key
limit 200;
