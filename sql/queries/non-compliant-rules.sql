-- Which rules of AWS Config are broken, by the newest report of each account and Region?
select rule_name, count(*) as resources, count(distinct account) as accounts, min(annotation) as example
from view_non_compliant_resources
where compliance_type = 'NON_COMPLIANT'
  and config_report_id in (
    select distinct on (account_id, account_region) id
    from view_config_reports
    order by account_id, account_region, date_from desc)
group by rule_name
order by resources desc, rule_name;
