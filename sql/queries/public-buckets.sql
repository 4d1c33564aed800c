-- Which buckets could be made public, as their block of public access is not complete?
select
  account.account, account.account_name, bucket.region, bucket.resource_name as bucket,
  case when bucket.details ? 'public_access_block' and bucket.details -> 'public_access_block' <> 'null' then 'open' else 'not known' end as state,
  coalesce((bucket.details #>> '{public_access_block,block_public_acls}')::boolean, false) as blocks_acls,
  coalesce((bucket.details #>> '{public_access_block,ignore_public_acls}')::boolean, false) as ignores_acls,
  coalesce((bucket.details #>> '{public_access_block,block_public_policy}')::boolean, false) as blocks_policies,
  coalesce((bucket.details #>> '{public_access_block,restrict_public_buckets}')::boolean, false) as restricts_public,
  bucket.details ->> 'encryption' as encryption, bucket.creation_date
from service_resources bucket
join account_block account on account.id = bucket.account_id
where bucket.service_name = 'S3' and bucket.removed_at is null
  and not coalesce(
    (bucket.details #>> '{public_access_block,block_public_acls}')::boolean and (bucket.details #>> '{public_access_block,ignore_public_acls}')::boolean
      and (bucket.details #>> '{public_access_block,block_public_policy}')::boolean and (bucket.details #>> '{public_access_block,restrict_public_buckets}')::boolean,
    false)
order by state desc, account.account, bucket;
