-- Which databases have an address on the internet?
select
  account.account, account.account_name, account.account_type, database.region, database.resource_id as database, database.engine,
  database.details ->> 'engine_version' as version, database.state, database.details ->> 'encrypted' as encrypted
from service_resources database
join account_block account on account.id = database.account_id
where database.service_name = 'RDS' and database.removed_at is null and (database.details ->> 'publicly_accessible')::boolean
order by account.account, database.region, database;
