create view view_acct_security as
select
  posture.id, posture.account_id, posture.service, posture.total_findings, posture.critical_count, posture.high_count,
  posture.medium_count, posture.low_count, posture.informational_count, posture.open_findings,
  posture.resolved_findings, posture.created_at, posture.updated_at,
  account.account, posture.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from security posture
join account_block account on account.id = posture.account_id;

create view view_acct_security_findings_details as
select
  finding.id, finding.security_id, finding.finding_id, finding.service, finding.title, finding.description,
  finding.severity, finding.status, finding.resource_type, finding.resource_id, finding.created_at,
  finding.updated_at, finding.recommendation, finding.compliance_status, finding.region, finding.workflow_state,
  finding.record_state, finding.product_name, finding.company_name, finding.product_arn, finding.generator_id,
  finding.generator,
  account.account, posture.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from findings finding
join security posture on posture.id = finding.security_id
join account_block account on account.id = posture.account_id
where finding.removed_at is null;

create view view_acct_security_findings_summary as
select
  account.account, posture.region as account_region, account.account_name, account.account_type, account.account_category,
  account.account_status, account.account_partner, account.account_customer, account.account_full,
  account.project_product_name,
  posture.service, posture.total_findings, posture.critical_count, posture.high_count, posture.medium_count,
  posture.low_count, posture.informational_count, posture.open_findings, posture.resolved_findings,
  posture.suppressed_findings as suppressed_count, posture.notified_findings as in_progress_count,
  posture.open_findings as active_issues, posture.region as region_finding, posture.resolved_findings as resolved_count,
  case
    when posture.critical_count > 0 then 'CRITICAL'
    when posture.high_count > 0 then 'HIGH'
    when posture.medium_count > 0 then 'MEDIUM'
    when posture.low_count > 0 then 'LOW'
    when posture.informational_count > 0 then 'INFORMATIONAL'
    else 'CLEAN'
  end as severity,
  round(posture.resolved_findings * 100.0 / nullif(posture.total_findings, 0), 2) as resolution_rate_percent,
  case
    when posture.critical_count > 0 then 'Critical'
    when posture.high_count > 0 then 'High'
    when posture.medium_count > 0 then 'Medium'
    when posture.low_count > 0 then 'Low'
    else 'Clean'
  end as risk_level,
  posture.created_at, posture.updated_at
from security posture
join account_block account on account.id = posture.account_id;

comment on view view_acct_security_findings_summary is 'Live findings by account, Region and product. in_progress_count is the workflow status NOTIFIED.';

create view view_guard_duty_findings as
select
  finding.id, finding.account_id, finding.detector_id, finding.finding_type, finding.severity, finding.title,
  finding.description, finding.confidence, finding.region, finding.created_at, finding.updated_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from guard_duty_findings finding
join account_block account on account.id = finding.account_id
left join collections collection on collection.id = finding.collection_id
where finding.removed_at is null;

create view view_inspector_findings as
select
  finding.id, finding.account_id, finding.finding_arn, finding.severity, finding.status, finding.type, finding.title,
  finding.description, finding.first_observed_at, finding.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from inspector_findings finding
join account_block account on account.id = finding.account_id
left join collections collection on collection.id = finding.collection_id
where finding.removed_at is null;

select
  admin.describe('view_acct_security', 'Live findings counted by account, Region and product.', '{}'),
  admin.describe('view_acct_security_findings_details', 'Findings of Security Hub that are there now, archived ones of late included: filter by record_state.', '{"region": "Region of the finding."}'),
  admin.describe('view_acct_security_findings_summary', null, $${
    "suppressed_count": "Of total_findings, those whose workflow is SUPPRESSED.", "in_progress_count": "Of total_findings, those whose workflow is NOTIFIED.", "active_issues": "open_findings again (the reference's column).",
    "region_finding": "Region of the findings.", "resolved_count": "resolved_findings again (the reference's column).", "severity": "The gravest severity that there is, or CLEAN.",
    "resolution_rate_percent": "resolved_findings in percent of total_findings; null: none.", "risk_level": "The gravest severity that there is, for people; Clean also where all is INFORMATIONAL."
  }$$),
  admin.describe('view_guard_duty_findings', 'Findings of GuardDuty that are not archived.', '{}'),
  admin.describe('view_inspector_findings', 'Findings of Inspector in every status: filter by status.', '{}');
