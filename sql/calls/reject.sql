select load.reject(convert_from(:document, 'UTF8')::json)
