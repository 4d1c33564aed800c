drop schema if exists dashboard cascade;

create schema dashboard;

comment on schema dashboard is 'Answers the visuals of a dashboard: questions come as JSON, never as SQL.';
