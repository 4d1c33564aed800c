-- Which web ACLs protect nothing, or leave no log?
select
  account.account, account.account_name, collection.region, acl.name, acl.scope, acl.rules_count as rules, acl.associated_resources_count as protects, acl.logging_enabled as logs
from waf_rules acl
join account_block account on account.id = acl.account_id
join collections collection on collection.id = acl.collection_id
where acl.removed_at is null and (acl.associated_resources_count = 0 or acl.logging_enabled is false)
order by account.account, acl.scope, acl.name;
