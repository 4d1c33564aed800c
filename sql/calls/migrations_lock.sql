select pg_advisory_xact_lock(hashtextextended('orglens/migrate', 0))
