revoke all on all routines in schema publish from public;

grant usage on schema publish to orglens_reader, orglens_app;

grant execute on all routines in schema publish to orglens_reader, orglens_app;
