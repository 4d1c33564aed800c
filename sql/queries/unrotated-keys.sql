-- Which enabled KMS keys are not known to rotate by themselves?
select account, account_name, account_region, key_id, description, key_usage, creation_date
from view_kms_keys
where enabled and key_rotation_enabled is not true
order by account, account_region, creation_date;
