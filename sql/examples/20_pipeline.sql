-- How what is known arrived

-- snapshots: documents of the last day that any was loaded on, and what became of them
select outcome, count(*) as documents, sum(bytes) as bytes
from snapshots
where loaded_at::date = (select max(loaded_at)::date from snapshots)
group by outcome;

-- snapshot_sections: sections with the most rows
select section, sum(rows) as rows, sum(skipped) as skipped from snapshot_sections group by section order by rows desc limit 10;

-- collections: when the resources of an account and Region were last enumerated
select account.account_id, listed.region, listed.collector, listed.latest_observed_at
from collections listed
join accounts account on account.id = listed.account_id
where listed.collector = 'ec2.instance'
order by listed.latest_observed_at, account.account_id;

-- coverage: how collectors ended in the newest documents
select status, count(*) as entries, sum(calls) as calls
from coverage
where observed_at > (select max(observed_at) from coverage) - interval '1 day'
group by status
order by entries desc;

-- collector_states: collectors that are denied, and where
select collector, count(distinct account_id) as accounts, min(error) as example
from collector_states
where status like 'denied%'
group by collector
order by accounts desc, collector;

-- rejected_rows: what kind of value was wrong
select section, column_name, value_class, count(*) as rows from rejected_rows group by section, column_name, value_class order by rows desc;

-- logs: documents in which a section failed
select date_created, region, cost_status, security_status, config_status
from logs
where 'Fail' in (cost_status, security_status, config_status, inventory_status)
order by date_created desc;

-- log_messages: what is said most
select message_type, count(*) as messages, min(message) as example from log_messages group by message_type order by messages desc;

-- freshness: since when the findings of each account are known completely
select account_full, last_complete, last_tried, status from freshness where collector = 'security.security_hub' order by last_complete nulls first;

-- pipeline_documents: documents that were rejected, and why
select loaded_at, key, reason, detail from pipeline_documents where outcome = 'rejected' order by loaded_at desc;

-- pipeline_health: accounts that need a look
select account_full, state, days_behind, stale_collectors, collectors from pipeline_health order by stale_collectors desc nulls last;

-- view_acct_logs: how the sections of each account's documents went
select account_full, date_created, account_status, cost_status, security_status, inventory_status from view_acct_logs order by date_created desc limit 20;

-- view_acct_log_messages: what was said about each account
select account_full, message_type, message from view_acct_log_messages order by id desc limit 20;
