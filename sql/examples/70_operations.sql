-- Operations: advice, events, resilience, cases

-- trusted_advisor_checks: checks by category
select category, severity, count(*) as checks, sum(affected_resources_count) as resources from trusted_advisor_checks where removed_at is null group by category, severity order by checks desc;

-- health_events: what is to come
select service, region, event_type_code, start_time from health_events where removed_at is null and status_code = 'upcoming' order by start_time;

-- application_signals: services by environment
select namespace, count(*) as services from application_signals where removed_at is null group by namespace order by services desc;

-- resilience_hub_apps: applications and how they are assessed
select name, compliance_status, resiliency_score, last_assessment_time from resilience_hub_apps where removed_at is null order by resiliency_score nulls first;

-- compute_optimizer: what is found, by kind of resource
select resource_type, finding, count(*) as resources, sum(estimated_monthly_savings_usd) as monthly_savings from compute_optimizer where removed_at is null group by 1, 2 order by monthly_savings desc nulls last;

-- support_tickets: cases by severity and status
select severity_code, status, count(*) as cases from support_tickets where removed_at is null group by severity_code, status order by cases desc;

-- view_trusted_advisor_checks: checks that could save money
select account_full, check_name, potential_savings from view_trusted_advisor_checks where potential_savings > 0 order by potential_savings desc;

-- view_health_events: events by account
select account_full, service, status_code, start_time from view_health_events order by start_time desc;

-- view_application_signals: services by account
select account_full, service_name, namespace from view_application_signals order by account_full, service_name;

-- view_resilience_hub_apps: applications that miss their policy
select account_full, name, compliance_status, resiliency_score, last_assessment_time from view_resilience_hub_apps where compliance_status <> 'PolicyMet' order by account_full;

-- view_compute_optimizer: the largest savings
select account_full, resource_arn, finding, estimated_monthly_savings_usd from view_compute_optimizer where estimated_monthly_savings_usd > 0 order by estimated_monthly_savings_usd desc limit 20;

-- view_compute_optimizer_summary: savings by account
select account_full, sum(total_monthly_savings) as monthly_savings, sum(not_optimized_count) as resources from view_compute_optimizer_summary group by account_full order by monthly_savings desc nulls last;

-- view_acct_support_tickets: cases of each account
select account_full, display_id, subject, status, time_created from view_acct_support_tickets order by time_created desc;
