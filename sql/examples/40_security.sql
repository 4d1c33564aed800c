-- Security

-- security: which product finds most
select service, sum(total_findings) as findings, sum(open_critical_count) as open_critical from security group by service order by findings desc;

-- findings: failed checks by how many resources fail them
select title, severity, count(*) as resources
from findings
where removed_at is null and record_state = 'ACTIVE' and compliance_status = 'FAILED'
group by title, severity
order by resources desc
limit 20;

-- guard_duty_findings: threats by type
select finding_type, count(*) as findings, max(severity) as severity from guard_duty_findings where removed_at is null group by finding_type order by severity desc, findings desc;

-- inspector_findings: vulnerabilities by severity
select severity, count(*) as findings from inspector_findings where removed_at is null and status = 'ACTIVE' group by severity order by findings desc;

-- kms_keys: keys by state
select key_state, count(*) as keys, count(*) filter (where key_rotation_enabled) as rotating from kms_keys where removed_at is null group by key_state order by keys desc;

-- secrets_manager_secrets: secrets that were not read for longest
select name, last_accessed_date from secrets_manager_secrets where removed_at is null order by last_accessed_date nulls first limit 20;

-- certificates: certificates by status
select status, type, count(*) as certificates, min(not_after) as next_to_expire from certificates where removed_at is null group by status, type order by certificates desc;

-- cloudtrail_logs: where trails put their files
select name, s3_bucket, is_logging, is_multi_region, latest_delivery_time from cloudtrail_logs where removed_at is null order by name;

-- waf_rules: web ACLs and what they protect
select name, scope, rules_count, associated_resources_count, capacity from waf_rules where removed_at is null order by associated_resources_count desc nulls last;

-- waf_rules_detailed: kinds of rules
select statement_type, is_managed_rule, count(*) as rules from waf_rules_detailed where removed_at is null group by statement_type, is_managed_rule order by rules desc;

-- account_posture: accounts by their health
select health_score, count(*) as accounts from account_posture group by health_score order by health_score nulls last;

-- view_acct_security: open findings by account
select account_full, sum(open_findings) as open_findings, sum(critical_count) as critical from view_acct_security group by account_full order by critical desc, open_findings desc;

-- view_acct_security_findings_details: the newest findings
select account_full, severity, title, resource_id, updated_at from view_acct_security_findings_details where record_state = 'ACTIVE' order by updated_at desc limit 20;

-- view_acct_security_findings_summary: how much of what was found was resolved
select account_full, service, risk_level, resolution_rate_percent from view_acct_security_findings_summary order by resolution_rate_percent nulls first;

-- view_guard_duty_findings: severe threats
select account_full, region, finding_type, severity, updated_at from view_guard_duty_findings where severity >= 7 order by severity desc;

-- view_inspector_findings: critical vulnerabilities
select account_full, title, first_observed_at from view_inspector_findings where severity = 'CRITICAL' and status = 'ACTIVE' order by first_observed_at;

-- view_kms_keys: keys that wait for their deletion
select account_full, account_region, key_id, description, key_state from view_kms_keys where key_state <> 'Enabled' order by account_full;

-- view_secrets_manager_secrets: secrets without rotation by account
select account_full, count(*) as secrets from view_secrets_manager_secrets where not rotation_enabled group by account_full order by secrets desc;

-- view_certificates: what expires next
select account_full, domain_name, type, not_after from view_certificates where not_after is not null order by not_after limit 20;

-- view_cloudtrail_logs: trails by account
select account_full, name, is_logging, log_file_validation from view_cloudtrail_logs order by account_full, name;

-- view_waf_rules: web ACLs without a log
select account_full, name, scope, logging_enabled from view_waf_rules where logging_enabled is not true order by account_full;

-- view_waf_rules_detailed: rate limits
select account_full, web_acl_name, rule_name, priority from view_waf_rules_detailed where rate_limit order by account_full, web_acl_name, priority;
