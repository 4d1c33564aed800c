create view view_accounts as
select
  stored.id, stored.account_id, stored.account_name, stored.account_email, stored.account_status, stored.account_arn,
  stored.partner_name, stored.customer_name, stored.joined_method, stored.joined_timestamp, stored.account_type,
  stored.csp, stored.region, stored.category, stored.created_at, stored.updated_at,
  account.account, account.account_category, account.account_partner, account.account_customer, account.account_full,
  account.project_product_name
from accounts stored
join account_block account on account.id = stored.id;

create view view_contact_info as
select
  contact.id, contact.account_id, contact.address_line1, contact.address_line2, contact.address_line3, contact.city,
  contact.country_code, contact.postal_code, contact.state_or_region, contact.company_name, contact.phone_number,
  contact.website_url, contact.full_name, contact.created_at, contact.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from contact_info contact
join account_block account on account.id = contact.account_id
left join collections collection on collection.id = contact.collection_id
where contact.removed_at is null;

create view view_alternate_contacts as
select
  contact.id, contact.account_id, contact.contact_type, contact.full_name, contact.title, contact.email,
  contact.phone_number, contact.created_at, contact.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from alternate_contacts contact
join account_block account on account.id = contact.account_id
left join collections collection on collection.id = contact.collection_id
where contact.removed_at is null;

create view view_products as
select
  product.id, product.name, product.owner, product."position", product.description, product.created_at, product.updated_at,
  null::text as account, null::text as account_region, null::text as account_name, null::text as account_type,
  null::text as account_category, null::text as account_status, null::text as account_partner,
  null::text as account_customer, null::text as account_full, product.name as project_product_name
from products product;

comment on view view_products is 'Products alone; the account columns are empty and there for the shape.';

create view view_product_acct as
select
  link.id, link.product_id, link.account_id, link.created_at, link.updated_at,
  account.account, account.account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, product.name as project_product_name
from product_accounts link
join account_block account on account.id = link.account_id
join products product on product.id = link.product_id
where link.removed_at is null;

comment on view view_product_acct is 'Every link of a product and an account; project_product_name is the product of the link.';

create view view_acct_products as
select
  product.id, product.name, product.owner, product."position", product.description, product.created_at,
  product.updated_at,
  account.account, account.account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from products product
join product_accounts link on link.product_id = product.id
join account_block account on account.id = link.account_id
where link.removed_at is null;

comment on view view_acct_products is 'The products of every account; project_product_name is the account''s first product, which can differ from name.';

select
  admin.describe('view_accounts', 'Accounts, with the columns that every other view repeats.', '{}'),
  admin.describe('view_contact_info', 'Primary contacts that are there now.', '{}'),
  admin.describe('view_alternate_contacts', 'Billing, operations and security contacts that are there now.', '{}'),
  admin.describe('view_products', null, $${
    "account": "Null.", "account_region": "Null.", "account_name": "Null.", "account_type": "Null.", "account_category": "Null.", "account_status": "Null.", "account_partner": "Null.", "account_customer": "Null.", "account_full": "Null.",
    "project_product_name": "The product itself."
  }$$),
  admin.describe('view_product_acct', null, '{"project_product_name": "The product of the link."}');
