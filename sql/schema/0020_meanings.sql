-- What a run paid for can be told from here on.
alter table coverage add column paid_calls integer;

-- What tables and columns mean, where no earlier file says it: meaning, unit, and the AWS API that it comes from. docs/tables is made of it.
-- Several in one statement: a comment each would be a thousand calls of the Data API.
create function admin.describe(relation text, meaning text, columns jsonb) returns void
language plpgsql
set search_path = pg_catalog
as $$
declare
  kind text;
  told record;
begin
  select case relkind when 'v' then 'view' else 'table' end into strict kind from pg_class where oid = format('public.%I', relation)::regclass;
  if meaning is not null then
    execute format('comment on %s public.%I is %L', kind, relation, meaning);
  end if;
  for told in select * from jsonb_each_text(columns) loop
    execute format('comment on column public.%I.%I is %L', relation, told.key, told.value);
  end loop;
end
$$;

revoke all on function admin.describe(text, text, jsonb) from public;

comment on function admin.describe is 'Comments on a table or view (meaning null: it keeps its own) and on columns of it, by name.';

-- What the columns that a load keeps mean in every table that it fills.
do $$
declare
  unsaid record;
begin
  for unsaid in
    select held.relname, jsonb_object_agg(attribute.attname, known.meaning) as columns
    from pg_class held
    join pg_attribute attribute on attribute.attrelid = held.oid and attribute.attnum > 0 and not attribute.attisdropped
    join (values
      ('id', 'Number of the row; means nothing outside of this database.'),
      ('account_id', 'The account: accounts.id.'),
      ('collection_id', 'Which collector in which Region lists it: collections.id.'),
      ('first_seen_at', 'When the oldest document that lists it was collected.'),
      ('listed_until', 'Null while the newest document of its collection lists it; otherwise when the last one that did was collected.'),
      ('removed_at', 'When the first complete enumeration that misses it was collected; null: not known to be gone. Views leave out what is removed.'),
      ('created_at', 'When the row was written first.'),
      ('updated_at', 'When a value of the row last changed; an unchanged row is not rewritten.'),
      ('row_updated_at', 'When a value of the row last changed; an unchanged row is not rewritten.')) known (name, meaning) on known.name = attribute.attname
    where held.relnamespace = 'public'::regnamespace and held.relkind = 'r' and col_description(held.oid, attribute.attnum) is null
      and (attribute.attname in ('id', 'created_at', 'updated_at', 'row_updated_at')
        or exists (select from pg_attribute listed where listed.attrelid = held.oid and listed.attname = 'collection_id' and not listed.attisdropped))
    group by held.relname
  loop
    perform admin.describe(unsaid.relname, null, unsaid.columns);
  end loop;
end
$$;

-- Accounts, and how what is known of them arrived.
select
  admin.describe('accounts', 'AWS accounts, one row each; a fact''s Region is a column of the fact. Section account: Account GetAccountInformation, in the management account also Organizations DescribeAccount; the rest is what the deployer of the spoke says.', $${
    "account_name": "Name of the account (Account GetAccountInformation), as the newest document that knows it has it; the 12 digits until one does.",
    "account_email": "Address of the account's root user (Organizations DescribeAccount); null unless the sender may ask the organization and contacts are collected.",
    "account_status": "State of the account: ACTIVE, SUSPENDED, PENDING_CLOSURE and the like. ACTIVE where no API said.",
    "account_arn": "ARN of the account in its organization (Organizations DescribeAccount); null in members, which may not ask.",
    "partner_name": "Partner that looks after the account, by the sender's variable PARTNER; None: not set.",
    "customer_name": "Customer that the account works for, by the sender's variable CUSTOMER; None: not set.",
    "joined_method": "INVITED or CREATED (Organizations DescribeAccount); null where the organization may not be asked.",
    "joined_timestamp": "When the account was created (Account GetAccountInformation), else when it joined the organization.",
    "account_type": "Environment that the account is for, by the sender's variable ENVIRONMENT: PRODUCTION, STAGING, TEST, UAT, DEVELOPMENT; None: not set.",
    "csp": "Cloud service provider: AWS.",
    "category": "Internet, Intranet or Both, by the sender's variable CATEGORY; None: not set.",
    "created_at": "When the first document of the account arrived."
  }$$),
  admin.describe('contact_info', 'Primary contact of an account; no row where COLLECT_CONTACTS is false. Section account.contact_info: Account GetContactInformation.', $${
    "address_line1": "First line of the address.", "address_line2": "Second line of the address.", "address_line3": "Third line of the address.",
    "city": "City.", "country_code": "Country: ISO 3166-1, two letters.", "postal_code": "Postal code.", "state_or_region": "State or region of the address; no AWS Region.",
    "company_name": "Company.", "phone_number": "Telephone number.", "website_url": "Website.", "full_name": "Name of the contact."
  }$$),
  admin.describe('alternate_contacts', 'Billing, operations and security contacts of an account. Section account.alternate_contacts: Account GetAlternateContact.', $${
    "contact_type": "billing, operations or security.", "full_name": "Name of the contact.", "title": "Title of the contact.", "email": "E-mail address.", "phone_number": "Telephone number."
  }$$),
  admin.describe('products', null, $${
    "name": "Name, as it was first spelt; capitals make no other product.", "owner": "Who answers for the product; System: nobody has said. Kept by hand.",
    "position": "Place of the product in lists. Kept by hand.", "description": "What the product is. Kept by hand."
  }$$),
  admin.describe('product_accounts', 'Which accounts serve which products. Section account.product: the sender''s variable PRODUCT, a list of names.', $${
    "product_id": "The product: products.id."
  }$$),
  admin.describe('collections', null, $${
    "account_id": "The account: accounts.id.",
    "collector": "What enumerates: a section's path (security.kms), or service.kind for resources (ec2.instance), as in coverage.",
    "period": "First day of the period, for facts of a period (costs, Config reports); null: a state, of which the newest document counts.",
    "latest_observed_at": "When the newest document that spoke about this collection was collected."
  }$$),
  admin.describe('snapshots', null, $${
    "bucket": "Bucket that the document lay in.", "key": "Key that the document lay under: data/{account}/{region}/{yyyy-mm-dd}_{granularity}.json, with or without .gz.",
    "version_id": "Version of the object; empty where the bucket is not versioned.", "etag": "Entity tag of the object: with bucket, key and version, what tells a document from another.",
    "account_id": "The account: accounts.id; null where a rejected document's account is not known.", "region": "Region in the key: where the sender ran.",
    "period_date": "Day in the key: the day of the run.", "granularity": "DAILY, WEEKLY, MONTHLY or YEARLY, by the key.", "schema_version": "Version of the document's form; null in the reference's documents.",
    "collected_at": "When the sender began to collect, as the document says; null in the reference's documents.", "last_modified": "When the object was written, by S3.",
    "loaded_at": "When the document was loaded or rejected.", "outcome": "loaded; partial: without the rows that rejected_rows names; rejected: not at all.",
    "reason": "Why it was rejected, in one word: truncated, account_mismatch and the like.", "detail": "What is wrong, and where; never the document's own words.",
    "calls": "Calls of the Data API that the load took.", "bytes": "Size of the object as it is stored, in bytes."
  }$$),
  admin.describe('snapshot_sections', null, $${
    "snapshot_id": "The document: snapshots.id.", "section": "Path of the section in the document.",
    "content_hash": "Hash of the section's text, and the version of the load functions.", "rows": "Rows that the document has in it.", "skipped": "Rows that could not be loaded.",
    "duplicates": "Rows whose key comes again further on; the last one counts.", "collections": "Collections that the section lists."
  }$$),
  admin.describe('coverage', null, $${
    "snapshot_id": "The document: snapshots.id.", "account_id": "The account: accounts.id.", "region": "Region that was looked at, or Global.",
    "collector": "What looked: see docs/collectors.md.",
    "status": "complete, empty, not_enabled, region_disabled, denied_iam, denied_scp, throttled, failed or over_budget.",
    "items": "Rows that were collected.", "calls": "Requests to AWS; one that had to be repeated counts once.", "paid_calls": "Of calls, those that AWS bills: requests to Cost Explorer, USD 0.01 each. Null: the document does not say.", "duration_ms": "How long it took, in milliseconds.",
    "error": "What AWS or the sender said where it did not end well.", "observed_at": "When the document was collected."
  }$$),
  admin.describe('collector_states', null, $${
    "account_id": "The account: accounts.id.", "collector": "What looked: see docs/collectors.md.", "region": "Region that was looked at, or Global.",
    "observed_at": "When it was last tried.", "status": "How that ended, in the words of coverage.status.", "enumerated": "Whether it saw everything there is.",
    "error": "What AWS or the sender said where it did not end well.", "completed_at": "When it last saw everything; null: never."
  }$$),
  admin.describe('rejected_rows', null, $${
    "snapshot_id": "The document: snapshots.id.", "section": "Path of the section in the document.", "natural_key": "What names the row to a person, by the members of sql/load/20_targets.sql.",
    "column_name": "The member with the wrong value; null: none of them alone.", "value_class": "What kind of value it was: text where a number belongs, and the like.",
    "sqlstate": "Error code of PostgreSQL."
  }$$),
  admin.describe('logs', null, $${
    "account_id": "The account: accounts.id; null where a rejected document's account is not known.", "date_created": "When the document was collected; of a rejected one, when it was written.",
    "account_status": "Pass or Fail of the section account, as the sender says. Fail in every section of a rejected document.", "cost_status": "Pass or Fail of the section cost.",
    "service_status": "Pass or Fail of the section service.", "security_status": "Pass or Fail of the section security.", "config_status": "Pass or Fail of the section config.",
    "inventory_status": "Pass or Fail of the section inventory.", "marketplace_status": "Pass or Fail of the section marketplace.",
    "trusted_advisor_status": "Pass or Fail of the section trusted_advisor.", "health_status": "Pass or Fail of the section health.", "application_status": "Pass or Fail of the section application.",
    "resilience_hub_status": "Pass or Fail of the section resilience_hub.", "compute_optimizer_status": "Pass or Fail of the section compute_optimizer.",
    "ri_sp_savings_status": "Pass or Fail of the section ri_sp_savings.", "service_resources_status": "Pass or Fail of the section service_resources.",
    "config_inventory_status": "Pass or Fail of the section config_inventory.", "support_tickets_status": "Pass or Fail of the section support_tickets.",
    "region": "Region in the document's key.", "snapshot_id": "The document: snapshots.id."
  }$$),
  admin.describe('log_messages', null, $${
    "log_id": "The log: logs.id.", "message": "What was said.", "message_type": "The sender's topic (section or step), INFO, or receiver for what the receiver found.", "ordinal": "Place in the log, from 1."
  }$$);

-- Cost and commitments.
select
  admin.describe('services', 'Cost of a service in a period. Section service: Cost Explorer GetCostAndUsage, grouped by SERVICE, of this account alone; USD 0.01 a request.', $${
    "service": "Service, as Cost Explorer's dimension SERVICE names it.", "date_from": "First day of the period.", "date_to": "Day after the period: Cost Explorer's ends are exclusive.",
    "cost": "UnblendedCost of the period, in currency, unrounded; negative: credits and refunds.", "currency": "Currency of cost, nearly always USD.",
    "utilization": "Not collected: Cost Explorer gives no utilization by service. Kept for the reference's queries.", "utilization_unit": "Not collected, as utilization.",
    "usage_types": "Aggregated: all usage types of the service together."
  }$$),
  admin.describe('cost_reports', 'Cost of an account in a period beside the period before. Section cost: Cost Explorer GetCostAndUsage (USD 0.01 a request).', $${
    "current_period_cost": "UnblendedCost of the period, USD.", "previous_period_cost": "UnblendedCost of as long a time before it, USD.", "cost_difference": "current_period_cost less previous_period_cost, USD.",
    "cost_difference_percentage": "cost_difference in percent of previous_period_cost; 0 where that was nothing.",
    "potential_monthly_savings": "Savings a month, USD, where a document has them. The sender of this project and the reference's write none: 0. See compute_optimizer.",
    "anomalies_detected": "Cost anomalies, where a document has them. Neither sender does: 0.", "saving_opportunities_count": "Opportunities to save, where a document has them. Neither sender does: 0.",
    "period_start": "First day of the period.", "period_end": "Day after the period.", "period_granularity": "DAILY, WEEKLY or MONTHLY.", "region": "Global: Cost Explorer answers for the whole account."
  }$$),
  admin.describe('service_costs', null, $${
    "cost_report_id": "The report: cost_reports.id.", "service_name": "Service, as Cost Explorer's dimension SERVICE names it.", "cost": "UnblendedCost on the last day of the report's period, USD.", "region": "Global."
  }$$),
  admin.describe('cost_forecasts', 'What Cost Explorer expects the account to spend, as it said with a cost report; listed_until marks one that a later document of the same period dropped. Section cost.forecast: Cost Explorer GetCostForecast (USD 0.01 a request).', $${
    "cost_report_id": "The report that it was made with: cost_reports.id.", "period_start": "First day of what is forecast.", "period_end": "Day after what is forecast: a month, or the rest of one.",
    "amount": "Mean of the forecast of UnblendedCost, USD.", "prediction_interval_lower_bound": "Lower bound of the 80 % prediction interval, USD; null in the reference's documents.",
    "prediction_interval_upper_bound": "Upper bound of the 80 % prediction interval, USD; null in the reference's documents.", "region": "Global."
  }$$),
  admin.describe('ri_sp_daily_savings', 'Use and savings of reservations and Savings Plans by day; date is the day of the figures, that of date_to where a document gives none. Section ri_sp_savings: EC2 DescribeReservedInstances, RDS DescribeReservedDBInstances, SavingsPlans DescribeSavingsPlans; figures from Cost Explorer GetReservationUtilization, GetReservationCoverage, GetSavingsPlansUtilizationDetails and GetSavingsPlansCoverage (USD 0.01 a request).', $${
    "date_from": "First day of the document's window.", "date_to": "Day after the document's window.", "reservation_type": "Reserved Instance or Savings Plan.",
    "subscription_id": "Id of the reservation or plan.", "offering_id": "Id of the offering that was bought.", "savings_plan_arn": "ARN of the Savings Plan; null: a reservation.",
    "service": "Amazon EC2, Amazon RDS or AWS Savings Plans.", "instance_type": "Instance type or class; of a Savings Plan its type: Compute, EC2Instance, SageMaker.",
    "instance_count": "Instances reserved.", "instance_family": "EC2 instance family of an EC2 Instance Savings Plan.", "instance_tenancy": "default or dedicated.", "offering_class": "standard or convertible; null: RDS.",
    "product_types": "Platform of a reservation, engine of a database's, product types of a Savings Plan, comma separated.", "region": "Region that it is bought for; null: all of them. In the reference's documents the scope.",
    "utilization_percentage": "How much of what was bought was used that day, in percent; null: not known.", "on_demand_cost": "What the same use would have cost on demand, USD.",
    "reservation_cost": "What it cost, upfront fees spread over the term, USD.", "net_savings": "on_demand_cost less reservation_cost, USD; negative: it cost more than it saved.",
    "commitment": "A Savings Plan's commitment, in currency an hour; a reservation's recurring charge times 730, in currency a month.", "upfront_cost": "Paid at the beginning, in currency.",
    "recurring_cost": "A reservation's recurring charge an hour, a Savings Plan's payment a month, in currency.", "recurring_frequency": "How often recurring_cost is due: Hourly; null: nothing recurs, or a Savings Plan.",
    "usage_price": "Price of an hour of use of a reservation, in currency.", "currency": "Currency of the prices.", "start_date": "When the term began.", "end_date": "When the term ends.",
    "returnable_until": "Until when a Savings Plan may be returned; null: not, or not any more.", "duration_seconds": "Length of the term, in seconds.", "offering_type": "How it is paid: All Upfront, Partial Upfront, No Upfront.",
    "state": "active, retired and so on.", "description": "What it is, in a few words.", "date": "Day of the figures.", "scope": "Region or Availability Zone, of an EC2 reservation.",
    "coverage_percentage": "How much of the use that it could have been for all commitments of its kind paid for, in percent; null: not known."
  }$$),
  admin.describe('marketplace_usage', 'What an account has agreed to buy in AWS Marketplace, and what products of the Marketplace cost; an agreement''s row has no cost, a cost''s row has the product''s name for its code. Section marketplace: Marketplace Agreement SearchAgreements, Cost Explorer GetCostAndUsage (USD 0.01 a request).', $${
    "product_code": "Product of an agreement; of a cost, the name that Cost Explorer has.", "product_name": "Name of the product, where it is known.", "cost_consumed": "UnblendedCost in the period, in currency; null: an agreement.",
    "currency": "Currency of cost_consumed.", "period_start": "First day of the agreement or of the cost's period.", "period_end": "Day after it; null: without end.", "status": "Status of the agreement: ACTIVE and so on."
  }$$),
  admin.describe('account_days', null, $${
    "account_id": "The account: accounts.id.", "date_from": "First day of the period of the cost.", "cost": "Sum of services.cost, USD.", "services": "How many rows that is the sum of; 0: none is left."
  }$$),
  admin.describe('service_days', null, $${
    "date_from": "First day of the period of the cost.", "service": "Service, as Cost Explorer's dimension SERVICE names it.", "account_type": "Environment of the accounts: accounts.account_type.",
    "cost": "Part of the sum of services.cost, USD.", "services": "How many rows that is the sum of; negative: rows that went.", "is_settled": "Put together from parts; others are to be added to it."
  }$$);

-- Security.
select
  admin.describe('security', 'Findings of Security Hub that are there and ACTIVE, counted by account, Region and product. Computed from findings by load.refresh_security, never loaded.', $${
    "service": "Product that found them: GuardDuty, Inspector, Security Hub and so on.", "region": "Region of the findings.",
    "total_findings": "Live findings, whatever their workflow.",
    "critical_count": "Of total_findings, those of severity CRITICAL.", "high_count": "Of total_findings, those of severity HIGH.", "medium_count": "Of total_findings, those of severity MEDIUM.",
    "low_count": "Of total_findings, those of severity LOW.", "informational_count": "Of total_findings, those of severity INFORMATIONAL.",
    "open_findings": "Of total_findings, those whose workflow is not RESOLVED.", "resolved_findings": "Of total_findings, those whose workflow is RESOLVED.",
    "open_critical_count": "Of open_findings, those of severity CRITICAL.", "open_high_count": "Of open_findings, those of severity HIGH.", "open_medium_count": "Of open_findings, those of severity MEDIUM.",
    "open_low_count": "Of open_findings, those of severity LOW.", "suppressed_findings": "Of total_findings, those whose workflow is SUPPRESSED.", "notified_findings": "Of total_findings, those whose workflow is NOTIFIED.",
    "account_id": "The account: accounts.id."
  }$$),
  admin.describe('findings', 'Findings of Security Hub, active ones whatever their severity, and those archived of late; created_at and updated_at come from Security Hub. Section security.security_hub[].findings: SecurityHub GetFindings (ASFF).', $${
    "security_id": "The count that it belongs to, and by it account, Region and product: security.id.", "finding_id": "Id in the AWS Security Finding Format, often an ARN.",
    "service": "Type of the resource that it is about (the reference's name for it).", "title": "Title.", "description": "Description.",
    "severity": "CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL; UNKNOWN: not given.", "status": "Workflow: NEW, NOTIFIED, SUPPRESSED or RESOLVED; OPEN: not given.",
    "resource_type": "Type of the first resource, such as AwsS3Bucket.", "resource_id": "Id of the first resource, mostly its ARN.",
    "created_at": "When the product made the finding.", "updated_at": "When the product last updated it.", "recommendation": "What Security Hub or the product recommends.",
    "compliance_status": "Of a check: PASSED, FAILED, WARNING or NOT_AVAILABLE; null: no check.", "region": "Region of the finding.", "workflow_state": "What came before the workflow status; mostly empty.",
    "record_state": "ACTIVE or ARCHIVED.", "product_name": "Product that found it.", "company_name": "Whose product that is.", "product_arn": "ARN of the product.",
    "generator_id": "The rule, check or detector behind it.", "generator": "Name of the product again (the reference's column)."
  }$$),
  admin.describe('guard_duty_findings', 'Findings of GuardDuty that are not archived; created_at and updated_at come from GuardDuty. Section security.guard_duty: GuardDuty ListDetectors, GetDetector, ListFindings, GetFindings.', $${
    "detector_id": "Detector of the account in the Region.", "finding_type": "Type, such as UnauthorizedAccess:EC2/SSHBruteForce.", "severity": "1.0 to 10.0: below 4 low, below 7 medium, below 9 high, then critical.",
    "title": "Title.", "description": "Description.", "confidence": "Confidence that GuardDuty gives it; null: none, which is usual.", "region": "Region of the detector.",
    "created_at": "When GuardDuty found it first.", "updated_at": "When GuardDuty last saw it again.", "finding_id": "Id of the finding."
  }$$),
  admin.describe('inspector_findings', 'Findings of Inspector in every status; finding_updated_at is the updated_at of Inspector. Section security.inspector: Inspector2 ListFindings.', $${
    "finding_arn": "ARN of the finding.", "severity": "CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL or UNTRIAGED.", "status": "ACTIVE, SUPPRESSED or CLOSED.",
    "type": "PACKAGE_VULNERABILITY, NETWORK_REACHABILITY or CODE_VULNERABILITY.", "title": "Title, with the CVE of a vulnerability.", "description": "Description.",
    "first_observed_at": "When Inspector saw it first.", "last_observed_at": "When Inspector last saw it.", "finding_updated_at": "When Inspector last updated it."
  }$$),
  admin.describe('kms_keys', 'Keys of the Key Management Service, AWS''s own included. Section security.kms: KMS ListKeys, DescribeKey, GetKeyRotationStatus.', $${
    "key_id": "Id of the key.", "arn": "ARN of the key.", "description": "Description; AWS's own keys say here which service they are for.", "key_usage": "ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC or KEY_AGREEMENT.",
    "key_state": "Enabled, Disabled, PendingDeletion, PendingImport or Unavailable.", "creation_date": "When the key was made.", "enabled": "Whether it can be used.",
    "key_rotation_enabled": "Whether it rotates by itself; null: not known, or it can't (asymmetric, HMAC, imported keys, custom key stores)."
  }$$),
  admin.describe('secrets_manager_secrets', 'Secrets by name, never their values. Section security.secrets_manager: Secrets Manager ListSecrets.', $${
    "name": "Name.", "arn": "ARN.", "description": "Description.", "created_date": "When it was made.", "last_changed_date": "When it, or what is said of it, was last changed; null: never.", "rotation_enabled": "Whether it rotates by itself.",
    "last_accessed_date": "Day on which it was last read, as Secrets Manager tells it (it rounds to days); null: never.", "rotation_lambda_arn": "Function that rotates it; null: none.",
    "kms_key_id": "KMS key that encrypts it; null: the account's aws/secretsmanager.", "tags": "Tags: an array of {Key, Value}; null: not known."
  }$$),
  admin.describe('certificates', 'Certificates of the Certificate Manager; certificate_created_at is the CreatedAt of ACM. Section security.certificate_manager: ACM ListCertificates, DescribeCertificate.', $${
    "arn": "ARN.", "domain_name": "Domain that it is for.", "status": "PENDING_VALIDATION, ISSUED, INACTIVE, EXPIRED, VALIDATION_TIMED_OUT, REVOKED or FAILED.", "type": "AMAZON_ISSUED, IMPORTED or PRIVATE. Imported ones are renewed by nobody but their owner.",
    "not_after": "When it expires; null: not issued.", "subject_alternative_names": "All names that it is for, an array; null: not known.", "key_algorithm": "Algorithm and size of its key, such as RSA_2048.", "signature_algorithm": "Algorithm that it was signed with; null: not known.",
    "issued_at": "When ACM issued it; null: imported.", "not_before": "From when it is valid.", "certificate_created_at": "When it was asked for or imported.", "renewal_eligibility": "ELIGIBLE: ACM renews it while it is in use; or INELIGIBLE.",
    "key_usages": "What its key may be used for: an array of {Name}.", "extended_key_usages": "What its key may be used for besides: an array of {Name, OID}."
  }$$),
  admin.describe('cloudtrail_logs', 'CloudTrail trails, each once in its home Region. Section security.cloudtrail: CloudTrail DescribeTrails, GetTrailStatus, LookupEvents.', $${
    "name": "Name.", "arn": "ARN; the account in it is the organization's for an organization trail.", "is_logging": "Whether it logs now; null: not known, as of an organization trail that members may not ask about.", "is_multi_region": "Whether it records all Regions.",
    "s3_bucket": "Bucket that its files go to.", "kms_key_id": "KMS key that encrypts its files; null: none of its own.", "log_file_validation": "Whether digests prove that its files are whole.", "latest_delivery_time": "When it last put a file into the bucket.",
    "include_global_events": "Whether it records global services such as IAM.", "recent_events_count": "Events in the Region's history in the window; 50 stands for 50 or more.", "start_logging_time": "When it was last started.", "stop_logging_time": "When it was last stopped; null: never."
  }$$),
  admin.describe('waf_rules', 'Web ACLs of WAF, one row each (the name is the reference''s). Section security.waf: WAFV2 ListWebACLs, GetWebACL, GetLoggingConfiguration, ListTagsForResource, ListResourcesForWebACL; CloudFront ListDistributionsByWebACLId.', $${
    "name": "Name.", "waf_id": "Id.", "arn": "ARN.", "scope": "REGIONAL or CLOUDFRONT.", "description": "Description.", "default_action": "What happens to requests that no rule decides on: an object {Allow} or {Block}.", "rules_count": "Rules in it.",
    "logging_enabled": "Whether it logs requests; null: not known.", "geo_blocking_enabled": "Whether a rule looks at the country.", "blocked_countries": "Countries that its rules name, as they came (ISO 3166-1, two letters each).", "capacity": "Web ACL capacity units (WCU) that it uses, of 5,000.",
    "managed_rules_count": "Managed rule groups in it.", "custom_rules_count": "Rules of its own.", "rate_limit_rules_count": "Rate-based rules.", "associated_resources": "ARNs of what it protects; null: not known.", "associated_resources_count": "How many that are; null: not known.",
    "log_destinations": "ARNs that its logs go to.", "ip_sets": "ARNs of IP sets that its rules name.", "created_date": "Null: WAF does not tell.", "last_modified": "Null: WAF does not tell.", "tags": "Tags: an array of {Key, Value}; null: not known.",
    "sampled_requests_enabled": "Whether a rule keeps samples of requests.", "cloudwatch_metrics_enabled": "Whether a rule has metrics in CloudWatch."
  }$$),
  admin.describe('waf_rules_detailed', 'Rules of the web ACLs. Section security.waf_rules: WAFV2 GetWebACL.', $${
    "web_acl_name": "Web ACL that it is in.", "rule_name": "Name.", "priority": "Order in which rules are tried, lowest first.", "action": "What it does, as WAF has it: an object as text, such as {Block: {}}, or the override of a rule group.",
    "statement_type": "What it looks at: RateBasedStatement, ManagedRuleGroupStatement and so on.", "is_managed_rule": "Whether it is a managed rule group.", "is_custom_rule": "Whether it is none.", "rate_limit": "Whether it limits rates.",
    "logging_enabled": "Whether its web ACL logs; null: not known.", "geo_blocking": "Whether it looks at the country, at any depth.", "sql_injection": "Whether it looks for SQL injection, or is a managed group for that.", "sample_request_enabled": "Whether samples of its requests are kept.",
    "cloudwatch_enabled": "Whether it has metrics in CloudWatch.", "has_xss_protection": "Whether it looks for cross-site scripting, or is a managed group for that.", "waf_version": "v2; v1: WAF Classic.",
    "is_compliant": "The reference's measure: a managed group of AWS, or a rule on rate, injection, scripts, country, IP set or rule group.", "scope": "REGIONAL or CLOUDFRONT."
  }$$);

-- Compliance, inventory and operations.
select
  admin.describe('config_reports', 'Whether the rules of AWS Config hold, by account, Region and day. Section config: Config DescribeComplianceByConfigRule, DescribeConfigurationRecorders.', $${
    "date_from": "Day of the report: first day of the document's window.", "date_to": "Day after the document's window.", "compliance_score": "Rules that hold in percent of those that were evaluated; 0 with none.",
    "total_rules": "Rules that hold or don't; without those that have too little data or don't apply.", "compliant_rules": "Of total_rules, those that hold.", "non_compliant_rules": "Of total_rules, those that don't.",
    "curr_non_compliant": "Of non_compliant_rules, those with an evaluation recorded in the window.", "curr_compliant": "Of compliant_rules, those with an evaluation recorded in the window."
  }$$),
  admin.describe('non_compliant_resources', 'Evaluations of rules with a report; the reference''s documents have compliant ones, too. created_at is the time of the evaluation. Section config.non_compliant_resources: Config GetComplianceDetailsByConfigRule, DescribeConformancePackCompliance.', $${
    "config_report_id": "The report: config_reports.id.", "resource_type": "Type of the resource, such as AWS::S3::Bucket.", "resource_id": "Id of the resource in Config.", "compliance_type": "NON_COMPLIANT or COMPLIANT.", "rule_name": "Name of the rule.",
    "created_at": "When the result was recorded (ResultRecordedTime).", "annotation": "What the rule says about the resource.", "evaluation_mode": "DETECTIVE or PROACTIVE.", "conformance_pack": "Pack that the rule is in, Standalone, or empty where that is not known.",
    "status": "OPEN. Kept for the reference's queries."
  }$$),
  admin.describe('service_resources', 'Resources by service; each kind is enumerated on its own. Section service_resources: EC2 DescribeInstances, DescribeVolumes, DescribeSubnets; RDS DescribeDBInstances, DescribeDBClusters; S3 ListBuckets and the settings of each; Lambda ListFunctions; and the lists of Auto Scaling, Elastic Load Balancing, DynamoDB, ECS and EKS.', $${
    "service_name": "EC2, EBS, RDS, S3, Lambda, ELB, AutoScaling, VPC, DynamoDB, ECS or EKS.", "resource_type": "Instance, Volume, DBInstance, DBCluster, Bucket, Function, LoadBalancer, ClassicLoadBalancer, AutoScalingGroup, Subnet, Table, Cluster, Service.",
    "resource_id": "Id, name or ARN: what the service's list knows it by.", "resource_name": "Name, of EC2's resources the tag Name; empty: none.", "region": "Region that it is in, of buckets their own; Global: a bucket whose Region is not known.",
    "availability_zone": "Zone, or zones separated by commas; Generic: a function.", "state": "State in the service's words; of an Auto Scaling group Active where it has instances; null: the list does not say.", "instance_type": "EC2 instance type; of a function its runtime.",
    "vpc_id": "VPC; empty or null: none.", "engine": "Database engine; of a function its runtime.", "instance_class": "Class of a database.", "multi_az": "Whether a database is in several zones; true for functions.",
    "size_gb": "Size in GiB; of a function its memory. Null: it has none, or grows by itself.", "volume_type": "Type of the storage; EphemeralStorage: a function.", "creation_date": "When it was made; of a function when it was last changed.",
    "type": "Kind of load balancer, package of a function, launch type of an ECS service, class of a DynamoDB table.", "scheme": "internet-facing or internal; of a function its architecture.",
    "instance_count": "Instances of a group, cluster or load balancer, running tasks of a service; 1: a function.", "min_size": "Least instances of an Auto Scaling group.", "max_size": "Most instances of an Auto Scaling group; of a function its ephemeral storage, MB.",
    "available_ip_count": "IPv4 addresses that a subnet has left.", "tags": "Tags: an array of {Key, Value}; empty: none; null: not known.",
    "details": "What else the service says of it, by kind: encrypted, kms_key_id, publicly_accessible, public_access_block, engine_version and so on. A member that is null is not known."
  }$$),
  admin.describe('config_inventory', 'Resources of every type, as AWS Config records them; where it does not record, as Resource Explorer has indexed them (types and ARNs alone). Section config_inventory: Config SelectResourceConfig, Resource Explorer ListResources.', $${
    "resource_type": "Type, such as AWS::EC2::Instance; of Resource Explorer ec2:instance.", "resource_subtype": "Null in documents of this project's sender.", "resource_id": "Id in Config; of Resource Explorer the ARN.", "resource_name": "Name, where Config has one.",
    "region": "Region.", "availability_zone": "Zone.", "state": "State in the service's words.", "instance_type": "EC2 instance type.", "instance_class": "Class of a database.", "engine": "Database engine; of a function its runtime.", "vpc_id": "VPC.",
    "size_gb": "Size in GiB.", "volume_type": "Type of the storage.", "creation_date": "When it was made, where Config knows.", "multi_az": "Whether a database is in several zones.", "scheme": "internet-facing or internal.", "type": "Kind of load balancer, package of a function.",
    "instance_count": "Instances, where a document has them.", "min_size": "Least instances of an Auto Scaling group.", "max_size": "Most instances of an Auto Scaling group.", "available_ip_count": "IPv4 addresses that a subnet has left."
  }$$),
  admin.describe('inventory_instances', 'Nodes that Systems Manager manages, those outside of AWS (mi-…) included. Section inventory.instances: SSM DescribeInstanceInformation.', $${
    "instance_id": "Id of the node: i-… or mi-….", "instance_type": "EC2Instance or ManagedInstance: kind of node, no instance type.", "platform": "Name of the operating system.", "ip_address": "IP address.", "computer_name": "Name of the host.",
    "ping_status": "Online, ConnectionLost or Inactive: whether the agent answers.", "last_ping_date_time": "When the agent last answered.", "agent_version": "Version of the SSM Agent.", "platform_type": "Linux, Windows or MacOS.", "platform_version": "Version of the operating system.",
    "is_latest_version": "Whether the agent is the newest; null: not known.", "association_status": "How the node's State Manager associations went.", "association_execution_date": "When they last ran.", "association_success_date": "When they last ran well."
  }$$),
  admin.describe('inventory_applications', 'Software installed on a node; instance_id is inventory_instances.id, not the i-… name. Section inventory.applications: SSM GetInventory (AWS:Application).', $${
    "instance_id": "The node: inventory_instances.id.", "name": "Name of the package.", "version": "Version; empty: not given.", "publisher": "Publisher; empty: not given.", "architecture": "Architecture; empty: not given.", "application_type": "Kind or group of the package.",
    "install_time": "When it was installed; null: not given, or in no form of a date."
  }$$),
  admin.describe('inventory_patches', 'Patches of a node in every state; instance_id is inventory_instances.id, not the i-… name. Section inventory.patches: SSM DescribeInstancePatches.', $${
    "instance_id": "The node: inventory_instances.id.", "title": "Title of the patch, else its KB id.", "classification": "SecurityUpdates, Bugfix and so on, by the operating system.", "severity": "Critical, Important, Medium, Low and so on, by the operating system.",
    "state": "INSTALLED, INSTALLED_OTHER, INSTALLED_PENDING_REBOOT, INSTALLED_REJECTED, MISSING, NOT_APPLICABLE, FAILED or AVAILABLE_SECURITY_UPDATE; in the reference's documents Installed and so on.", "installed_time": "When it was installed; null: not, or not known."
  }$$),
  admin.describe('trusted_advisor_checks', 'Checks of Trusted Advisor that warn now; no row without a plan that has the Support API. Section trusted_advisor: Support DescribeTrustedAdvisorChecks, DescribeTrustedAdvisorCheckSummaries.', $${
    "check_name": "Name of the check.", "category": "cost_optimizing, security, fault_tolerance, performance, service_limits or operational_excellence.", "severity": "warning or error.", "recommendation": "Description of the check with its recommendation, in HTML.",
    "affected_resources_count": "Resources that it flags.", "potential_savings": "Estimated savings a month, USD; null: no check of cost.", "timestamp": "When the check was last refreshed."
  }$$),
  admin.describe('health_events', 'Events of AWS Health that are open or upcoming, or changed in the week before. Section health: Health DescribeEvents, DescribeEventDetails, DescribeAffectedEntities.', $${
    "arn": "ARN of the event.", "service": "Service that it is about.", "event_type_code": "What happens, such as AWS_RDS_MAINTENANCE_SCHEDULED.", "region": "Region; global: all.", "start_time": "When it began or begins.", "end_time": "When it ended or ends; null: not known.",
    "status_code": "open, upcoming or closed.", "event_type_category": "issue, scheduledChange, accountNotification or investigation.", "availability_zone": "Zone; null: no one zone.", "event_scope_code": "PUBLIC, ACCOUNT_SPECIFIC or NONE.", "last_updated_time": "When AWS last updated it.",
    "description": "Newest description.", "affected_entities": "What it affects here: an array of {value, status_code, last_updated_time}."
  }$$),
  admin.describe('application_signals', 'Services that Application Signals saw on the last day of the window. Section application: Application Signals ListServices.', $${
    "service_name": "Name of the service, or identifier of a resource.", "namespace": "Environment that it runs in; empty: none.", "key_attributes": "What names it in Application Signals: an object."
  }$$),
  admin.describe('resilience_hub_apps', 'Applications of Resilience Hub and how they are assessed. Section resilience_hub: Resilience Hub ListApps, DescribeResiliencyPolicy, ListAppAssessments.', $${
    "app_arn": "ARN.", "name": "Name.", "compliance_status": "Whether it meets its policy: PolicyMet, PolicyBreached, NotAssessed, ChangesDetected.", "resiliency_score": "Resiliency score of the last assessment; higher is better.", "status": "Active or Deleting.",
    "cost": "Cost a month by the last successful assessment, in the currency that it states, nearly always USD.", "description": "Description.", "creation_time": "When it was made.", "last_assessment_time": "When it was last assessed.",
    "rpo": "Recovery point that its policy demands for the loss of a zone, in seconds.", "rto": "Recovery time that its policy demands for the loss of a zone, in seconds.", "last_drill": "Null: Resilience Hub does not tell.",
    "estimated_rpo": "Recovery point that it is assessed to reach, in seconds.", "estimated_rto": "Recovery time that it is assessed to reach, in seconds."
  }$$),
  admin.describe('compute_optimizer', 'Advice of Compute Optimizer for instances, volumes, functions and Auto Scaling groups: the best option of each. Section compute_optimizer: Compute Optimizer GetEC2InstanceRecommendations, GetEBSVolumeRecommendations, GetLambdaFunctionRecommendations, GetAutoScalingGroupRecommendations.', $${
    "resource_type": "EC2, EBS, Lambda or ASG (Auto Scaling group).", "resource_arn": "ARN.", "resource_name": "Name.", "finding": "Optimized, NotOptimized, Overprovisioned, Underprovisioned, Unavailable; OVER_PROVISIONED and the like are seen, too.",
    "current_instance_type": "Instance type, or types, that it has.", "current_memory_size": "Memory that a function has, MB.", "current_volume_type": "Type that a volume has.", "current_volume_size": "Size that a volume has, GiB.",
    "recommended_instance_type": "Instance type, or types, that are advised.", "recommended_memory_size": "Memory that is advised, MB.", "recommended_volume_type": "Type that is advised.", "recommended_volume_size": "Size that is advised, GiB.",
    "savings_opportunity_percentage": "What would be saved, in percent of the on-demand price.", "estimated_monthly_savings_usd": "What would be saved a month, USD; null: not given, or in another currency.", "performance_risk": "Risk that the advised size is too small: 0 (none) to 4.",
    "cpu_utilization_max": "Highest use of the processor in the time that was looked at, in percent; null: volumes and functions.", "memory_utilization_avg": "Use of memory in that time, in percent, the highest where no average is given; null: not measured.",
    "migration_effort": "Effort to move to the advised type: VeryLow, Low, Medium, High; null: no instance."
  }$$),
  admin.describe('support_tickets', 'Support cases of the last twelve months, resolved ones included; subjects and senders only where contacts are collected. Section support_tickets: Support DescribeCases.', $${
    "case_id": "Id of the case in the API.", "display_id": "Number of the case in the console.", "subject": "Subject; empty: not collected.", "status": "opened, unassigned, work-in-progress, pending-customer-action, customer-action-completed, reopened or resolved.",
    "severity_code": "low, normal, high, urgent or critical.", "service_code": "Service that it is about.", "category_code": "Category.", "time_created": "When it was opened.", "submitted_by": "Address of who opened it; null: not collected.", "language": "Language, ISO 639-1.",
    "date_from": "First day of the window of the document that lists it.", "date_to": "Day after that window."
  }$$);

-- From CloudTrail: Service Catalog.
select
  admin.describe('service_catalog_events', null, $${
    "event_id": "CloudTrail's eventID.", "event_time": "When the call was made.", "event_name": "The call: ProvisionProduct, UpdateProvisionedProduct, TerminateProvisionedProduct and so on.", "event_version": "Version of the record's form.",
    "kind": "What the call does: provision, update or terminate.", "rank": "Order of events of one second: provision, update, terminate.", "account": "The 12 digits of the account that made the call; it may be unknown to accounts.", "region": "Region of the call.",
    "provisioned_product_id": "Id of the provisioned product: pp-….", "provisioned_product_name": "Name that its user gave it.", "provisioned_product_type": "CFN_STACK, CFN_STACKSET, TERRAFORM_OPEN_SOURCE and so on.",
    "product_id": "Id of the product: prod-….", "product_name": "Name of the product, where the record has it.", "provisioning_artifact_id": "Id of the version: pa-….", "provisioning_artifact_name": "Name of the version, where the record has it.",
    "path_id": "Launch path (portfolio) by which it was provisioned.", "record_id": "Id of the request's record: rec-….", "record_type": "PROVISION_PRODUCT, UPDATE_PROVISIONED_PRODUCT, TERMINATE_PROVISIONED_PRODUCT.", "record_errors": "Errors of the record: an array.", "record_tags": "Tags of the record: an array.",
    "status": "Status of the request when it was accepted: CREATED says nothing about its success.", "created_time": "When the record was made, by Service Catalog.", "updated_time": "When the record was last changed, by Service Catalog.",
    "launch_role_arn": "Role that provisions it.", "owner": "Owner that the call sets; null: none.", "requester": "Who made the call, by a name for people: user, or the session of a role.", "requester_arn": "ARN of who made the call.",
    "source_ip": "Address that the call came from.", "user_agent": "Program that made the call.", "error_code": "Why Service Catalog refused it; null: it did not.", "error_message": "What it said about that."
  }$$),
  admin.describe('service_catalog_products', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "region": "Region.", "product_key": "The provisioned product: its id, or name:<name> where no id is known.",
    "provisioned_product_id": "Id of the provisioned product: pp-….", "provisioned_product_name": "Name that its user gave it.", "provisioned_product_type": "CFN_STACK, CFN_STACKSET, TERRAFORM_OPEN_SOURCE and so on.",
    "product_id": "Id of the product: prod-….", "product_name": "Name of the product.", "provisioning_artifact_id": "Id of its version: pa-….", "provisioning_artifact_name": "Name of its version.", "path_id": "Launch path (portfolio) by which it was provisioned.",
    "record_id": "Id of the latest request's record: rec-….", "record_type": "Kind of the latest request.", "record_errors": "Errors of the latest request: an array.", "record_tags": "Tags of the latest request that had any: an array.",
    "created_time": "When it was provisioned.", "updated_time": "When it was last changed.", "launch_role_arn": "Role that provisions it.", "requester": "Who provisioned it.", "requester_arn": "ARN of who provisioned it.", "last_requester": "Who made the latest call.",
    "event_time": "When event_id happened.", "first_event_time": "When it was first heard of."
  }$$);

-- From CloudTrail: assets.
select
  admin.describe('assets', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "region": "Region.", "resource_id": "Identity: instance or volume id, DbiResourceId, DbClusterResourceId, function ARN.", "arn": "ARN.", "name": "Tag Name, database identifier or name of a function.",
    "state": "State in the service's words.", "vpc_id": "VPC; null: none.", "subnet_id": "Subnet of an instance.", "availability_zone": "Zone, or zones separated by commas.", "engine": "Database engine.", "engine_version": "Version of the engine.", "runtime": "Runtime of a function.", "size_gb": "Storage in GiB.",
    "tags": "Tags: an object.", "owner": "Owner, by the tags of asset_tag_keys.", "team": "Team, by the tags of asset_tag_keys.", "application": "Application, by the tags of asset_tag_keys.", "lifecycle": "Lifecycle, by the tags of asset_tag_keys.", "environment": "Environment, by the tags of asset_tag_keys.",
    "details": "What else is known of it, by kind.", "created_at": "When it was made; null: not known.", "first_seen_at": "When it was first heard of.", "removed_at": "When it went; null: it is there.",
    "last_event_id": "The newest event that changed it.", "last_event_name": "The call of that event.", "last_event_time": "When that was.", "describe_status": "How the newest attempt to have it described ended: asset_descriptions.status.", "described_at": "When it was last described.",
    "announced_version": "The version that was sent out last, as an event for others."
  }$$),
  admin.describe('asset_events', null, $${
    "event_id": "CloudTrail's eventID.", "kind": "ec2.instance, ebs.volume, rds.dbinstance, rds.dbcluster or lambda.function.", "region": "Region of the call.", "event_time": "When the call was made.", "event_name": "The call, such as RunInstances.", "change": "What it does: created, changed, tagged or removed.",
    "requester": "ARN of who made the call.", "requester_name": "The same by a name for people: user, or the session of a role.", "invoked_by": "AWS service that made the call for somebody; null: none.", "source_ip": "Address that the call came from.", "user_agent": "Program that made the call.", "recorded_at": "When the row was written."
  }$$),
  admin.describe('asset_descriptions', null, $${
    "arn": "ARN of the asset.", "attempted_at": "When it was last asked for.", "described_at": "When it was last answered.", "facts": "What the answer said: columns of assets, by name.", "tags": "Tags in the answer: an object; null: not in it."
  }$$),
  admin.describe('asset_tag_keys', null, $${
    "member": "What the tag says: owner, team, application, lifecycle or environment.", "tag_key": "Key of the tag, in small letters.", "turn": "Which one counts where an asset has several: the lowest."
  }$$);

-- QuickSight: what snapshots list.
select
  admin.describe('quicksight_users', 'Users of QuickSight. Section quicksight.users: QuickSight ListNamespaces, ListUsers, in the identity Region.', $${
    "arn": "ARN.", "user_name": "Name; of a role's user role/session.", "namespace": "Namespace; default where there is but one.", "email": "Address; null: contacts are not collected.", "role": "ADMIN, AUTHOR, READER, their _PRO kinds, RESTRICTED_AUTHOR, RESTRICTED_READER.",
    "identity_type": "IAM, QUICKSIGHT or IAM_IDENTITY_CENTER.", "active": "Whether the user has ever signed in; says nothing about use since.", "principal_id": "Id of the user in its identity provider.", "custom_permissions": "Custom permissions profile; null: none.", "identity_region": "Region that keeps the account's users."
  }$$),
  admin.describe('quicksight_groups', 'Groups of QuickSight users. Section quicksight.groups: QuickSight ListGroups, ListGroupMemberships, in the identity Region.', $${
    "arn": "ARN.", "group_name": "Name.", "namespace": "Namespace.", "description": "Description.", "members": "Names of its users, an array; null: not known.", "identity_region": "Region that keeps the account's groups."
  }$$),
  admin.describe('quicksight_dashboards', 'Dashboards of QuickSight. Section quicksight.dashboards: QuickSight ListDashboards, DescribeDashboard.', $${
    "dashboard_id": "Id.", "arn": "ARN.", "name": "Name.", "published_version": "Version that readers see.", "created_time": "When it was made.", "last_updated_time": "When it was last changed.", "last_published_time": "When it was last published.", "status": "Status of the published version, such as CREATION_SUCCESSFUL.",
    "source_arn": "ARN of the analysis or template that the published version was made of.", "analysis_id": "Id of that analysis; null: made of something else.", "data_set_ids": "Ids of the data sets that the published version shows, an array; null: not known."
  }$$),
  admin.describe('quicksight_analyses', 'Analyses of QuickSight, deleted ones that can be restored included. Section quicksight.analyses: QuickSight ListAnalyses, DescribeAnalysis.', $${
    "analysis_id": "Id.", "arn": "ARN.", "name": "Name.", "status": "CREATION_SUCCESSFUL, UPDATE_SUCCESSFUL, DELETED and so on.", "created_time": "When it was made.", "last_updated_time": "When it was last changed.", "data_set_ids": "Ids of the data sets that it shows, an array; null: not known."
  }$$),
  admin.describe('quicksight_data_sets', 'Data sets of QuickSight and the SPICE capacity that they hold. Section quicksight.data_sets: QuickSight ListDataSets, DescribeDataSet.', $${
    "data_set_id": "Id.", "arn": "ARN.", "name": "Name.", "import_mode": "SPICE or DIRECT_QUERY.", "created_time": "When it was made.", "last_updated_time": "When it was last changed.", "has_row_level_security": "Whether rows are restricted by reader.",
    "spice_bytes": "SPICE capacity that it holds, in bytes. Null: not known, as of a data set that was made of an uploaded file.", "data_source_ids": "Ids of its data sources, an array; null: not known.", "data_set_ids": "Ids of data sets that it is made of, an array; null: not known."
  }$$);

-- QuickSight: what CloudTrail tells.
select
  admin.describe('quicksight_events', null, $${
    "event_id": "CloudTrail's eventID.", "event_time": "When it happened.", "event_name": "The call or event, such as GetDashboard.", "event_type": "AwsApiCall, AwsServiceEvent and so on.", "account": "The 12 digits of the account; it may be unknown to accounts.", "region": "Region of the event.",
    "activity": "What an event tells: view, query, change, delete, user, account; service: QuickSight's own work, such as a scheduled refresh.",
    "role_name": "Role of the caller; null: none.", "identity_type": "Kind of the caller: IAMUser, AssumedRole, SAMLUser, Unknown and so on.", "identity_arn": "ARN of the caller.", "invoked_by": "AWS service that acted for somebody; null: none.",
    "dashboard_id": "Dashboard that it is about.", "dashboard_name": "Its name, where the event has it.", "analysis_id": "Analysis that it is about.", "analysis_name": "Its name, where the event has it.", "data_set_id": "Data set that it is about.", "data_set_name": "Its name, where the event has it.",
    "data_source_id": "Data source that it is about.", "data_source_name": "Its name, where the event has it.", "folder_id": "Folder that it is about.", "folder_name": "Its name, where the event has it.", "rejected_users": "Users of a batch that were refused.",
    "source_ip": "Address that the call came from.", "user_agent": "Program that made the call.", "recorded_at": "When the row was written."
  }$$),
  admin.describe('quicksight_visits', null, $${
    "event_id": "The event that counts: quicksight_events.event_id.", "event_time": "When it was opened.", "day": "Day of that (UTC).", "account": "The 12 digits of the account; it may be unknown to accounts.", "region": "Region of the dashboard or analysis.", "event_name": "The trace that it left: GetDashboard, GetAnalysis, GetStaticAsset, or an embedding link.",
    "kind": "dashboard or analysis.", "asset_id": "Id of the dashboard or analysis.", "quicksight_user": "Who opened it; null: not known.", "identity_type": "Kind of the caller."
  }$$),
  admin.describe('quicksight_asset_uses', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "region": "Region.", "kind": "dashboard, analysis or data_set.", "asset_id": "Id of it.", "quicksight_user": "Who used it; empty: not known.", "uses": "Visits of a dashboard or an analysis, queries of a data set.", "last_use": "When it was last used."
  }$$),
  admin.describe('quicksight_user_acts', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "quicksight_user": "Name under which QuickSight lists the user.", "first_activity": "Oldest event of the user.", "last_activity": "Newest event of the user.", "queries": "Queries that the user's visuals made.", "changes": "Things that the user made, changed or deleted."
  }$$),
  admin.describe('quicksight_told_assets', null, $${
    "account": "The 12 digits of the account; it may be unknown to accounts.", "region": "Region.", "kind": "dashboard, analysis or data_set.", "asset_id": "Id of it.", "name": "Newest name that an event has; null: none has.", "named_at": "When that was.", "named_by": "The event that has it: quicksight_events.event_id.",
    "created_time": "When it was made, where that was seen.", "deleted_time": "When it was last deleted, where that was seen.", "updates": "Times that it was changed.", "last_update": "When it was last changed."
  }$$);
