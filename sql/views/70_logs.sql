create view view_acct_logs as
select
  log.id, log.account_id, log.date_created, log.account_status, log.cost_status, log.service_status,
  log.security_status, log.config_status, log.inventory_status, log.marketplace_status, log.trusted_advisor_status,
  log.health_status, log.application_status, log.resilience_hub_status, log.created_at, log.updated_at,
  account.account, coalesce(log.region, account.account_region) as account_region, account.account_name,
  account.account_type, account.account_category, account.account_status as acct_status, account.account_partner,
  account.account_customer, account.account_full, account.project_product_name
from logs log
join account_block account on account.id = log.account_id;

comment on view view_acct_logs is 'account_status is how the collection of the account section went; the status of the account itself is acct_status.';

create view view_acct_log_messages as
select
  message.id, message.log_id, message.message, message.message_type, message.created_at,
  account.account, coalesce(log.region, account.account_region) as account_region, account.account_name,
  account.account_type, account.account_category, account.account_status, account.account_partner,
  account.account_customer, account.account_full, account.project_product_name
from log_messages message
join logs log on log.id = message.log_id
join account_block account on account.id = log.account_id;

select
  admin.describe('view_acct_logs', null, $${
    "account_status": "Pass or Fail of the section account.", "acct_status": "State of the account: ACTIVE and so on."
  }$$),
  admin.describe('view_acct_log_messages', 'What the sender or the receiver had to say about documents of known accounts.', '{}');
