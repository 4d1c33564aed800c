select load.announced_assets(convert_from(:told, 'UTF8')::json)
