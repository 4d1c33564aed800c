drop schema if exists load cascade;

create schema load;
