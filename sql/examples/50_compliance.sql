-- Compliance

-- config_reports: compliance over time
select date_from, sum(compliant_rules) as hold, sum(total_rules) as rules from config_reports where removed_at is null group by date_from order by date_from desc;

-- non_compliant_resources: what breaks most rules
select resource_type, resource_id, count(distinct rule_name) as rules
from non_compliant_resources
where removed_at is null and compliance_type = 'NON_COMPLIANT'
group by resource_type, resource_id
order by rules desc
limit 20;

-- view_config_reports: accounts that comply least
select account_full, account_region, date_from, compliance_score from view_config_reports order by compliance_score, date_from desc limit 20;

-- view_non_compliant_resources: what broke rules, day by day
select created_at::date as day, count(*) as evaluations from view_non_compliant_resources where compliance_type = 'NON_COMPLIANT' group by 1 order by 1 desc;

-- latest_violations: what breaks rules now
select account_full, rule_name, resource_type, resource_id, annotation from latest_violations where compliance_type = 'NON_COMPLIANT' order by account_full, rule_name limit 50;
