create view view_summary as
select
  account.id as account_id, account.account, account.account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, stored.csp as account_csp,
  products.number_of_products,
  report.period_granularity, report.period_start as date_from, report.period_end as date_to,
  round(report.current_period_cost, 2) as current_period_cost,
  round(report.previous_period_cost, 2) as previous_period_cost,
  round(report.cost_difference, 2) as cost_difference,
  round(report.cost_difference_percentage, 4) as cost_difference_percentage,
  round(report.potential_monthly_savings, 2) as potential_savings,
  spending.service_count, spending.unique_services, spending.total_service_cost, spending.services_used,
  posture.total_findings, posture.open_findings, posture.resolved_findings, posture.critical_findings,
  posture.high_findings, posture.medium_findings, posture.low_findings,
  round(posture.resolved_findings::numeric / nullif(posture.total_findings, 0), 4) as security_resolution_rate,
  stored.account_email, stored.joined_method, stored.joined_timestamp,
  extract(day from now() - stored.joined_timestamp)::integer as account_age_days
from accounts stored
join account_block account on account.id = stored.id
left join lateral (
  select latest.*
  from cost_reports latest
  where latest.account_id = stored.id and latest.removed_at is null
  -- DAILY is the last label of the type: the index gives the newest daily report first.
  order by latest.period_granularity desc, latest.period_end desc, latest.period_start desc, latest.id desc
  limit 1
) report on true
left join lateral (
  select
    count(*) as service_count,
    count(distinct cost.service) as unique_services,
    round(sum(cost.cost), 2) as total_service_cost,
    string_agg(distinct cost.service, ', ' order by cost.service) as services_used
  from services cost
  where cost.account_id = stored.id and cost.removed_at is null
    and cost.date_from between report.period_start and report.period_end
    and cost.date_to <= report.period_end
) spending on true
left join lateral (
  select count(*) as number_of_products
  from product_accounts link
  where link.account_id = stored.id and link.removed_at is null
) products on true
join account_posture posture on posture.account_id = stored.id
order by account.account_name, report.period_start desc;

comment on view view_summary is 'One row per account: its latest daily cost report (the latest of any kind if there is no daily one), the services of that same period, and its findings of all Regions. Null where nothing is known.';

create view view_product_summary as
select
  summary.account_id, summary.account, summary.account_region, summary.account_name, summary.account_full,
  product.name as project_product_name,
  summary.account_csp, summary.account_type, summary.account_category, summary.account_status, summary.account_partner,
  summary.account_customer,
  product.id as product_id, product.owner as product_owner, product."position" as product_position,
  product.description as product_description,
  summary.period_granularity, summary.date_from, summary.date_to,
  -- The k-th of n products gets what rounding k/n of the sum adds to rounding (k-1)/n of it: the shares add up to the cent.
  round(summary.current_period_cost * place.k / place.n, 2)
    - round(summary.current_period_cost * (place.k - 1) / place.n, 2) as current_period_cost,
  round(summary.previous_period_cost * place.k / place.n, 2)
    - round(summary.previous_period_cost * (place.k - 1) / place.n, 2) as previous_period_cost,
  round(summary.cost_difference * place.k / place.n, 2)
    - round(summary.cost_difference * (place.k - 1) / place.n, 2) as cost_difference,
  summary.cost_difference_percentage,
  round(summary.potential_savings * place.k / place.n, 2)
    - round(summary.potential_savings * (place.k - 1) / place.n, 2) as potential_savings,
  summary.service_count, summary.unique_services,
  round(summary.total_service_cost * place.k / place.n, 2)
    - round(summary.total_service_cost * (place.k - 1) / place.n, 2) as total_service_cost,
  summary.services_used, summary.total_findings, summary.open_findings, summary.resolved_findings,
  summary.critical_findings, summary.high_findings, summary.medium_findings, summary.low_findings,
  summary.security_resolution_rate, summary.account_email, summary.joined_method, summary.joined_timestamp,
  summary.account_age_days
from view_summary summary
left join (
  select account_id, product_id, row_number() over (partition by account_id order by id) as place
  from product_accounts
  where removed_at is null
) link on link.account_id = summary.account_id
left join products product on product.id = link.product_id
cross join lateral (
  select coalesce(link.place, 1)::numeric as k, greatest(summary.number_of_products, 1)::numeric as n
) place
order by summary.account_name, summary.date_from desc, product.name;

comment on view view_product_summary is 'view_summary for each product of an account; an account without products stays, with no product. An account''s money is split equally among its products, so that sums over the view are right; its counts of services and findings repeat for each product, as do percentages.';

create view view_acct_summary as
select
  stored.id, stored.account_id, stored.account_name, stored.account_email, stored.account_status, stored.account_arn,
  stored.partner_name, stored.customer_name, stored.joined_method, stored.joined_timestamp, stored.account_type,
  stored.csp, stored.region, stored.category, stored.created_at, stored.updated_at,
  account.account, account.account_region, account.account_category, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name,
  report.current_period_cost as latest_cost,
  report.cost_difference_percentage as cost_trend_percentage,
  report.potential_monthly_savings as savings_opportunity,
  posture.total_findings as security_findings, posture.critical_findings, posture.high_findings,
  coalesce(nodes.instance_count, 0) as instance_count,
  coalesce(nodes.running_instances, 0) as running_instances,
  posture.health_score as security_health_score
from accounts stored
join account_block account on account.id = stored.id
left join lateral (
  select latest.current_period_cost, latest.cost_difference_percentage, latest.potential_monthly_savings
  from (values (1, 'MONTHLY'::period_granularity_type), (2, 'DAILY'), (3, 'WEEKLY')) as preferred (place, granularity)
  cross join lateral (
    select *
    from cost_reports candidate
    where candidate.account_id = stored.id and candidate.period_granularity = preferred.granularity
      and candidate.removed_at is null
    order by candidate.period_end desc, candidate.period_start desc, candidate.id desc
    limit 1
  ) latest
  order by preferred.place
  limit 1
) report on true
join account_posture posture on posture.account_id = stored.id
left join (
  select account_id, count(*) as instance_count, count(*) filter (where ping_status = 'Online') as running_instances
  from inventory_instances
  where removed_at is null
  group by account_id
) nodes on nodes.account_id = stored.id;

comment on view view_acct_summary is 'One row per account: cost of its latest monthly report (daily if there is none), live findings, managed nodes. Null where nothing is known. security_health_score: 1 open critical findings, 2 high, 3 medium, 4 low, 5 none of these, null never assessed.';

-- What view_summary tells of an account, view_product_summary tells of each of its products.
select
  admin.describe('view_summary', null, $${
    "account_id": "The account: accounts.id.", "account_csp": "Cloud service provider: AWS.", "number_of_products": "Products that the account serves.", "potential_savings": "cost_reports.potential_monthly_savings of that report, USD a month.",
    "service_count": "Rows of services in the report's period.", "unique_services": "Services in the report's period.", "total_service_cost": "Sum of their cost, USD.", "services_used": "Their names, separated by commas.",
    "critical_findings": "Live findings of severity CRITICAL.", "high_findings": "Live findings of severity HIGH.", "medium_findings": "Live findings of severity MEDIUM.", "low_findings": "Live findings of severity LOW.",
    "security_resolution_rate": "Resolved findings as a part of all: 0 to 1; null: none.", "account_age_days": "Days since the account was created, or joined."
  }$$),
  admin.describe('view_product_summary', null, $${
    "project_product_name": "The product; null: the account has none.", "account_csp": "Cloud service provider: AWS.", "product_owner": "Who answers for the product.", "product_position": "Place of the product in lists.", "product_description": "What the product is.",
    "product_id": "The product: products.id; null: the account has none.",
    "current_period_cost": "The product's share of the account's cost, USD.", "previous_period_cost": "The product's share of the cost of the period before, USD.", "cost_difference": "The product's share of the difference, USD.",
    "cost_difference_percentage": "The account's cost_difference_percentage.", "potential_savings": "The product's share of the account's potential savings, USD a month.",
    "service_count": "Rows of services in the report's period, of the whole account.", "unique_services": "Services in the report's period, of the whole account.", "total_service_cost": "The product's share of the sum of their cost, USD.", "services_used": "Their names, separated by commas.",
    "critical_findings": "Live findings of severity CRITICAL, of the whole account.", "high_findings": "Live findings of severity HIGH, of the whole account.", "medium_findings": "Live findings of severity MEDIUM, of the whole account.",
    "low_findings": "Live findings of severity LOW, of the whole account.", "security_resolution_rate": "Resolved findings as a part of all: 0 to 1; null: none.", "account_age_days": "Days since the account was created, or joined."
  }$$),
  admin.describe('view_acct_summary', null, $${
    "account_id": "The 12 digits of the account.", "region": "Global.", "created_at": "When the first document of the account arrived.",
    "latest_cost": "Cost of the newest monthly report, else daily, else weekly: USD.", "cost_trend_percentage": "cost_difference_percentage of that report.", "savings_opportunity": "potential_monthly_savings of that report, USD a month.",
    "security_findings": "Live findings.", "critical_findings": "Live findings of severity CRITICAL.", "high_findings": "Live findings of severity HIGH.", "instance_count": "Managed nodes.", "running_instances": "Managed nodes whose agent answers.",
    "security_health_score": "1: open critical findings; 2: high ones; 3: medium; 4: low; 5: none of these; null: never assessed."
  }$$);
