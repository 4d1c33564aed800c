-- Which production databases stand in one zone only, keep backups for less than a week, or can be deleted by accident?
select
  account.account, account.account_name, database.region, database.resource_type as kind, database.resource_id as database, database.engine,
  database.multi_az, (database.details ->> 'backup_retention_days')::integer as backup_days,
  (database.details ->> 'deletion_protection')::boolean as deletion_protection
from service_resources database
join account_block account on account.id = database.account_id
where database.service_name = 'RDS' and database.removed_at is null and account.account_type = 'PRODUCTION'
  -- An instance of a cluster is as safe as the cluster, which is here itself.
  and (database.details ->> 'cluster') is null
  and (database.multi_az is false or (database.details ->> 'backup_retention_days')::integer < 7 or (database.details ->> 'deletion_protection')::boolean is false)
order by account.account, database.region, database;
