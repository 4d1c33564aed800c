select load.compile(t.relation) from load.targets() t order by t.turn;

grant usage on schema load to orglens_app;

grant execute on all routines in schema load to orglens_app;
