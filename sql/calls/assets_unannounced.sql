select u.id, u.version, u.change::text from load.unannounced_assets(convert_from(:arns, 'UTF8')::json, cast(:at_most as int)) u
