select account_id from accounts order by account_id
