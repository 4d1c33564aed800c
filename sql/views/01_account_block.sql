create view account_block as
select
  account.id, account.account_id as account, account.region as account_region, account.account_name, account.account_type,
  account.category as account_category, account.account_status, account.partner_name as account_partner,
  account.customer_name as account_customer,
  account.account_id || '-' || coalesce(account.account_name, account.account_id) as account_full,
  first_product.name as project_product_name
from accounts account
-- Found for all accounts at once, and not at all where nobody asks for it.
left join (
  select distinct on (link.account_id) link.account_id, product.name
  from product_accounts link
  join products product on product.id = link.product_id
  where link.removed_at is null
  order by link.account_id, link.id
) first_product on first_product.account_id = account.id;

comment on view account_block is 'The account columns that every other view repeats. project_product_name is the first product the account was linked to.';

select admin.describe('account_block', null, $${
  "account": "The 12 digits of the account.",
  "account_region": "Global. Views whose rows have a Region of their own put that here.",
  "account_category": "Internet, Intranet or Both, by the sender's variable CATEGORY; None: not set.",
  "account_partner": "Partner that looks after the account, by the sender's variable PARTNER; None: not set.",
  "account_customer": "Customer that the account works for, by the sender's variable CUSTOMER; None: not set.",
  "account_full": "The 12 digits and the name, to show and to choose by.",
  "project_product_name": "The first product that the account was linked to; null: none."
}$$);
