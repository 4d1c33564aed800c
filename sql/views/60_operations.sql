create view view_trusted_advisor_checks as
select
  advice.id, advice.account_id, advice.check_name, advice.category, advice.severity, advice.recommendation,
  advice.affected_resources_count, advice.potential_savings, advice."timestamp", advice.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from trusted_advisor_checks advice
join account_block account on account.id = advice.account_id
left join collections collection on collection.id = advice.collection_id
where advice.removed_at is null;

create view view_health_events as
select
  event.id, event.account_id, event.arn, event.service, event.event_type_code, event.region, event.start_time,
  event.end_time, event.status_code, event.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from health_events event
join account_block account on account.id = event.account_id
left join collections collection on collection.id = event.collection_id
where event.removed_at is null;

create view view_application_signals as
select
  signal.id, signal.account_id, signal.service_name, signal.namespace, signal.key_attributes, signal.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from application_signals signal
join account_block account on account.id = signal.account_id
left join collections collection on collection.id = signal.collection_id
where signal.removed_at is null;

create view view_resilience_hub_apps as
select
  app.id, app.account_id, app.app_arn, app.name, app.compliance_status, app.resiliency_score, app.status, app.cost,
  app.created_at, app.description, app.creation_time, app.last_assessment_time, app.rpo, app.rto, app.last_drill,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from resilience_hub_apps app
join account_block account on account.id = app.account_id
left join collections collection on collection.id = app.collection_id
where app.removed_at is null;

create view view_compute_optimizer as
select
  advice.id, advice.account_id, advice.resource_type, advice.resource_arn, advice.resource_name, advice.finding,
  advice.current_instance_type, advice.current_memory_size, advice.current_volume_type, advice.current_volume_size,
  advice.recommended_instance_type, advice.recommended_memory_size, advice.recommended_volume_type,
  advice.recommended_volume_size, advice.savings_opportunity_percentage, advice.estimated_monthly_savings_usd,
  advice.performance_risk, advice.cpu_utilization_max, advice.memory_utilization_avg, advice.migration_effort,
  advice.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from compute_optimizer advice
join account_block account on account.id = advice.account_id
left join collections collection on collection.id = advice.collection_id
where advice.removed_at is null;

create view view_compute_optimizer_summary as
select
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name,
  advice.resource_type, advice.finding,
  count(*) as resource_count,
  sum(advice.estimated_monthly_savings_usd) as total_monthly_savings,
  avg(advice.savings_opportunity_percentage) as avg_savings_percentage,
  avg(advice.performance_risk) as avg_performance_risk,
  -- NotOptimized, NOT_OPTIMIZED, Overprovisioned, OVER_PROVISIONED, ...: the service has several spellings.
  count(*) filter (
    where translate(lower(advice.finding), '_- ', '') in ('notoptimized', 'overprovisioned', 'underprovisioned'))
    as not_optimized_count,
  count(*) filter (where advice.estimated_monthly_savings_usd > 0) as savings_opportunities
from compute_optimizer advice
join account_block account on account.id = advice.account_id
left join collections collection on collection.id = advice.collection_id
where advice.removed_at is null
group by
  account.account, collection.region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, account.account_full,
  account.project_product_name, advice.resource_type, advice.finding;

comment on view view_compute_optimizer_summary is 'not_optimized_count counts what is not optimized, over- and underprovisioned included, in every spelling.';

create view view_acct_support_tickets as
select
  ticket.id, ticket.account_id, ticket.case_id, ticket.display_id, ticket.subject, ticket.status,
  ticket.severity_code, ticket.service_code, ticket.category_code, ticket.time_created, ticket.submitted_by,
  ticket.language, ticket.date_from, ticket.date_to, ticket.created_at, ticket.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from support_tickets ticket
join account_block account on account.id = ticket.account_id
left join collections collection on collection.id = ticket.collection_id
where ticket.removed_at is null;

select
  admin.describe('view_trusted_advisor_checks', 'Checks of Trusted Advisor that warn now.', '{}'),
  admin.describe('view_health_events', 'Events of AWS Health that are open or upcoming, or changed in the week before.', '{}'),
  admin.describe('view_application_signals', 'Services that Application Signals knows.', '{}'),
  admin.describe('view_resilience_hub_apps', 'Applications of Resilience Hub and how they are assessed.', '{}'),
  admin.describe('view_compute_optimizer', 'Advice of Compute Optimizer for what exists now.', '{}'),
  admin.describe('view_compute_optimizer_summary', null, $${
    "resource_count": "Resources with this finding.", "total_monthly_savings": "Sum of estimated_monthly_savings_usd: USD a month.", "avg_savings_percentage": "Mean of savings_opportunity_percentage.",
    "avg_performance_risk": "Mean of performance_risk: 0 (none) to 4.", "not_optimized_count": "Of resource_count, those that are not optimized.", "savings_opportunities": "Of resource_count, those with savings."
  }$$),
  admin.describe('view_acct_support_tickets', 'Support cases of the last twelve months, resolved ones included.', '{}');
