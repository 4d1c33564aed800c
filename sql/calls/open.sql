select load.open(convert_from(:document, 'UTF8')::json)::text
