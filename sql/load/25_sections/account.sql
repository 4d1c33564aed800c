-- account: one row per account, whatever Region the document comes from; the newest document's labels win. A sender that may not know the
-- name writes none, or the id in its place: the name is that of the newest document that knows it.
create function load.account(document json) returns void language plpgsql as $$
declare
  labels record;
  entered record;
begin
  select * into labels from load.account_row(document);
  select * into entered from load.enter_collection('account', null, 'Global', 'account', null);
  if entered.newest then
    update public.accounts a
    set (account_name, account_email, account_status, account_arn, partner_name, customer_name, joined_method, joined_timestamp, account_type, category, updated_at)
      = (coalesce(a.account_name, a.account_id), labels.account_email, labels.account_status, labels.account_arn, labels.partner_name, labels.customer_name,
         labels.joined_method, labels.joined_timestamp, labels.account_type, labels.category, now())
    where a.id = load.account_id()
      and (a.account_email, a.account_status, a.account_arn, a.partner_name, a.customer_name, a.joined_method, a.joined_timestamp, a.account_type, a.category)
        is distinct from (labels.account_email, labels.account_status, labels.account_arn, labels.partner_name, labels.customer_name,
          labels.joined_method, labels.joined_timestamp, labels.account_type, labels.category);
  end if;
  if labels.account_name is not null then
    select * into entered from load.enter_collection('account', null, 'Global', 'account.name', null);
    if entered.newest then
      update public.accounts a set account_name = labels.account_name, updated_at = now()
      where a.id = load.account_id() and a.account_name is distinct from labels.account_name;
    end if;
  end if;
end
$$;

create function load.account_row(document json)
returns table (account_name text, account_email text, account_status text, account_arn text, partner_name text, customer_name text,
  joined_method text, joined_timestamp timestamptz, account_type text, category text) language sql stable as $$
  select nullif(d.account_name, d.account_id), d.account_email, coalesce(d.account_status, 'ACTIVE'), d.account_arn,
    coalesce(d.partner_name, 'None'), coalesce(d.customer_name, 'None'), d.joined_method, d.joined_timestamp, d.account_type, d.category
  from json_to_record(document) as d (account_id text, account_name text, account_email text, account_status text, account_arn text,
    partner_name text, customer_name text, joined_method text, joined_timestamp timestamptz, account_type text, category text)
$$;

create function load.contact_info(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  address_line1 text, address_line2 text, address_line3 text, city text, country_code text, postal_code text, state_or_region text,
  company_name text, phone_number text, website_url text, full_name text) language sql stable as $$
  select 1, 'Global', 'account.contact_info', null::date, c.*
  from json_array_elements(rows) r,
    json_to_record(case when json_typeof(r -> 'contact_info') = 'object' then r -> 'contact_info' else '{}' end) as c (
      address_line1 text, address_line2 text, address_line3 text, city text, country_code text, postal_code text, state_or_region text,
      company_name text, phone_number text, website_url text, full_name text)
  where num_nonnulls(c.address_line1, c.address_line2, c.address_line3, c.city, c.country_code, c.postal_code,
    c.state_or_region, c.company_name, c.phone_number, c.website_url, c.full_name) > 0
$$;

create function load.alternate_contacts(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date,
  contact_type text, full_name text, title text, email text, phone_number text) language sql stable as $$
  select 1, 'Global', 'account.alternate_contacts', null::date, lower(k.key), c.name, c.title, c.email, c.phone
  from json_array_elements(rows) r,
    json_each(case when json_typeof(r -> 'alternate_contacts') = 'object' then r -> 'alternate_contacts' else '{}' end) k,
    json_to_record(case when json_typeof(k.value) = 'object' then k.value else '{}' end) as c (name text, title text, email text, phone text)
  where json_typeof(k.value) = 'object'
$$;

-- product holds one name or several, comma separated; 'None' is the sender's word for unset.
create function load.product_names(rows json) returns setof text language sql stable as $$
  select distinct on (lower(trim(n))) trim(n)
  from json_array_elements(rows) r, regexp_split_to_table(r ->> 'product', ',') n
  where trim(n) <> '' and lower(trim(n)) <> 'none'
  order by lower(trim(n)), trim(n)
$$;

-- Owner and spelling of a known product belong to whoever edits the table: a load only adds names.
create function load.prepare_product_accounts(rows json, parent json) returns void language sql as $$
  insert into public.products (name, owner)
  select n, 'System' from load.product_names(rows) n
  where not exists (select from public.products p where lower(p.name) = lower(n))
  order by lower(n)
  on conflict do nothing
$$;

create function load.product_accounts(rows json, parent json, doc_region text)
returns table (ordinal bigint, fact_region text, collector text, period date, product_id bigint) language sql stable as $$
  select row_number() over (), 'Global', 'account.product', null::date, p.id
  from load.product_names(rows) n left join public.products p on lower(p.name) = lower(n)
$$;
