select load.apply_assets(convert_from(:rows, 'UTF8')::json)
