create view view_config_reports as
select
  report.id, report.account_id, report.date_from, report.date_to, report.compliance_score, report.total_rules,
  report.compliant_rules, report.non_compliant_rules, report.curr_non_compliant, report.curr_compliant,
  report.created_at,
  account.account, collection.region as account_region, account.account_name, account.account_type,
  account.account_category, account.account_status, account.account_partner, account.account_customer,
  account.account_full, account.project_product_name
from config_reports report
join account_block account on account.id = report.account_id
left join collections collection on collection.id = report.collection_id
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
join account_block account on account.id = report.account_id
left join collections collection on collection.id = report.collection_id
where evaluation.removed_at is null and report.removed_at is null;

comment on view view_non_compliant_resources is 'Evaluations of a report''s day, compliant ones included: filter by compliance_type.';

-- Reports are kept day by day, and what broke rules with them: what does so now is what the newest of each Region names.
create view latest_violations as
select
  evaluation.id, evaluation.resource_type, evaluation.resource_id, evaluation.compliance_type, evaluation.rule_name, evaluation.annotation,
  evaluation.evaluation_mode, evaluation.conformance_pack, report.region, report.date_from as reported_on,
  account.account, report.region as account_region, account.account_name, account.account_type, account.account_category, account.account_status,
  account.account_partner, account.account_customer, account.account_full, account.project_product_name
from account_block account
-- From one Region of the account to the next, without a look at every day in between.
join lateral (
  with recursive place (region) as (
    select min(region) from collections where account_id = account.id
    union all
    select (select min(region) from collections where account_id = account.id and region > place.region) from place where place.region is not null
  )
  select newest.*, place.region
  from place
  join lateral (
    select made.id, made.date_from
    from collections collection
    join config_reports made on made.collection_id = collection.id
    where collection.account_id = account.id and collection.region = place.region and collection.collector = 'config' and collection.period is not null
      and made.removed_at is null
    order by collection.period desc
    limit 1
  ) newest on true
) report on true
join non_compliant_resources evaluation on evaluation.config_report_id = report.id
where evaluation.removed_at is null;

comment on view latest_violations is 'Evaluations in the newest report of AWS Config of each account and Region; compliance_type tells those that hold from those that do not.';

select
  admin.describe('view_config_reports', 'Whether the rules of AWS Config hold, by account, Region and day.', '{}'),
  admin.describe('latest_violations', null, $${
    "region": "Region of the report.", "reported_on": "Day of the report: config_reports.date_from."
  }$$);
