select load.close(convert_from(:report, 'UTF8')::json)::text
