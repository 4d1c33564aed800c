-- Accounts and products

-- accounts: accounts by environment
select account_type, count(*) as accounts from accounts group by account_type order by accounts desc;

-- contact_info: the country of each account's primary contact
select country_code, count(*) as accounts from contact_info where removed_at is null group by country_code order by accounts desc;

-- alternate_contacts: accounts without a security contact
select account.account_id, account.account_name
from accounts account
where not exists (
  select from alternate_contacts contact where contact.account_id = account.id and contact.contact_type = 'security' and contact.removed_at is null);

-- products: products and how many accounts serve them
select product.name, product.owner, count(link.id) as accounts
from products product
left join product_accounts link on link.product_id = product.id and link.removed_at is null
group by product.id
order by accounts desc, product.name;

-- product_accounts: how many products each account serves
select account_id, count(*) as products from product_accounts where removed_at is null group by account_id order by products desc, account_id;

-- account_block: the columns that every view repeats
select account, account_full, account_type, project_product_name from account_block order by account limit 20;

-- view_accounts: accounts of production
select account, account_name, account_email, joined_timestamp from view_accounts where account_type = 'PRODUCTION' order by account;

-- view_contact_info: who is responsible for each account
select account_full, full_name, company_name, phone_number from view_contact_info order by account_full;

-- view_alternate_contacts: whom to call about security
select account_full, full_name, email, phone_number from view_alternate_contacts where contact_type = 'security' order by account_full;

-- view_products: products without an owner
select name, owner from view_products where owner = 'System' order by name;

-- view_product_acct: accounts of each product
select project_product_name, string_agg(account_full, ', ' order by account_full) as accounts from view_product_acct group by project_product_name order by project_product_name;

-- view_acct_products: products of each account
select account_full, string_agg(name, ', ' order by name) as products from view_acct_products group by account_full order by account_full;

-- view_acct_summary: accounts in the worst state first
select account_full, security_health_score, critical_findings, high_findings, latest_cost from view_acct_summary order by security_health_score nulls last, critical_findings desc;

-- view_summary: what each account spends and on how many services
select account_full, date_from, current_period_cost, unique_services, total_findings from view_summary order by current_period_cost desc nulls last;

-- view_product_summary: what each product spends: its shares add up
select project_product_name, sum(current_period_cost) as cost, count(distinct account) as accounts from view_product_summary group by project_product_name order by cost desc nulls last;
