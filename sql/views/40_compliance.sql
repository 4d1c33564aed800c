create view view_config_reports as
select
  report.id, report.account_id, report.date_from, report.date_to, report.compliance_score, report.total_rules,
  report.compliant_rules, report.non_compliant_rules, report.curr_non_compliant, report.curr_compliant,
  report.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from config_reports report
join collections collection on collection.id = report.collection_id
join account_block account on account.id = collection.account_id
where report.removed_at is null;

create view view_non_compliant_resources as
select
  evaluation.id, evaluation.config_report_id, evaluation.resource_type, evaluation.resource_id,
  evaluation.compliance_type, evaluation.rule_name, evaluation.created_at, evaluation.annotation,
  evaluation.evaluation_mode, evaluation.conformance_pack, evaluation.status,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from non_compliant_resources evaluation
join config_reports report on report.id = evaluation.config_report_id
join collections collection on collection.id = report.collection_id
join account_block account on account.id = collection.account_id
where evaluation.removed_at is null and report.removed_at is null;

comment on view view_non_compliant_resources is 'Evaluations of a report''s day, compliant ones included: filter by compliance_type.';
