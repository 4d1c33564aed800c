-- Which applications miss their recovery targets, or were not assessed for a month?
select
  account.account, account.account_name, collection.region, app.name, app.compliance_status, app.resiliency_score as score, app.rto as rto_target_seconds,
  app.estimated_rto as rto_seconds, app.rpo as rpo_target_seconds, app.estimated_rpo as rpo_seconds, app.last_assessment_time
from resilience_hub_apps app
join account_block account on account.id = app.account_id
join collections collection on collection.id = app.collection_id
where app.removed_at is null
  and (app.compliance_status is distinct from 'PolicyMet' or app.estimated_rto > app.rto or app.estimated_rpo > app.rpo
    or app.last_assessment_time is null or app.last_assessment_time < now() - interval '30 days')
order by app.resiliency_score nulls first, account.account, app.name;
