set local time zone 'UTC'
