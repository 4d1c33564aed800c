create view view_kms_keys as
select
  key.id, key.account_id, key.key_id, key.arn, key.description, key.key_usage, key.key_state, key.creation_date,
  key.enabled, key.key_rotation_enabled, key.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from kms_keys key
join account_block account on account.id = key.account_id
left join collections collection on collection.id = key.collection_id
where key.removed_at is null;

create view view_secrets_manager_secrets as
select
  secret.id, secret.account_id, secret.name, secret.arn, secret.description, secret.created_date,
  secret.last_changed_date, secret.rotation_enabled, secret.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from secrets_manager_secrets secret
join account_block account on account.id = secret.account_id
left join collections collection on collection.id = secret.collection_id
where secret.removed_at is null;

create view view_certificates as
select
  certificate.id, certificate.account_id, certificate.arn, certificate.domain_name, certificate.status,
  certificate.type, certificate.not_after, certificate.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from certificates certificate
join account_block account on account.id = certificate.account_id
left join collections collection on collection.id = certificate.collection_id
where certificate.removed_at is null;

create view view_cloudtrail_logs as
select
  trail.id, trail.account_id, trail.name, trail.arn, trail.is_logging, trail.is_multi_region, trail.s3_bucket,
  trail.kms_key_id, trail.log_file_validation, trail.latest_delivery_time, trail.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from cloudtrail_logs trail
join account_block account on account.id = trail.account_id
left join collections collection on collection.id = trail.collection_id
where trail.removed_at is null;

create view view_waf_rules as
select
  acl.id, acl.account_id, acl.name, acl.waf_id, acl.arn, acl.scope, acl.description, acl.default_action,
  acl.rules_count, acl.logging_enabled, acl.geo_blocking_enabled, acl.blocked_countries, acl.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from waf_rules acl
join account_block account on account.id = acl.account_id
left join collections collection on collection.id = acl.collection_id
where acl.removed_at is null;

create view view_waf_rules_detailed as
select
  rule.id, rule.account_id, rule.web_acl_name, rule.rule_name, rule.priority, rule.action, rule.statement_type,
  rule.is_managed_rule, rule.is_custom_rule, rule.rate_limit, rule.logging_enabled, rule.geo_blocking,
  rule.sql_injection, rule.sample_request_enabled, rule.cloudwatch_enabled, rule.has_xss_protection, rule.waf_version,
  rule.is_compliant, rule.scope, rule.created_at, rule.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from waf_rules_detailed rule
join account_block account on account.id = rule.account_id
left join collections collection on collection.id = rule.collection_id
where rule.removed_at is null;

select
  admin.describe('view_kms_keys', 'KMS keys that are there now.', '{}'),
  admin.describe('view_secrets_manager_secrets', 'Secrets that are there now, never their values.', '{}'),
  admin.describe('view_certificates', 'Certificates of ACM that are there now.', '{}'),
  admin.describe('view_cloudtrail_logs', 'CloudTrail trails that are there now, each once in its home Region.', '{}'),
  admin.describe('view_waf_rules', 'Web ACLs that are there now.', '{}'),
  admin.describe('view_waf_rules_detailed', 'Rules of web ACLs that are there now.', '{}');
