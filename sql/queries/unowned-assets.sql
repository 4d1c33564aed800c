-- Which assets have neither owner nor team, and who made them?
select account, account_name, region, kind, resource_id, name, class, created_at, is_untagged, requester_name as made_by
from view_unowned_assets
order by account, kind, resource_id;
