select m.name, m.checksum, to_char(m.applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from admin.migrations m order by m.name
