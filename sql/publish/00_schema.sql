drop schema if exists publish cascade;

create schema publish;

comment on schema publish is 'Hands out the rows of views, piece by piece, for files that others read.';
