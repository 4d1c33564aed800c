select load.products(convert_from(:rows, 'UTF8')::json)
