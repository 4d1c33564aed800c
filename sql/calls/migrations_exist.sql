select to_regclass('admin.migrations') is not null
