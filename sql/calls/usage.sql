select load.usage(convert_from(:rows, 'UTF8')::json)
