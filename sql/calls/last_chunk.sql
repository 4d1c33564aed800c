select load.close(convert_from(:report, 'UTF8')::json)::text from load.chunk(cast(:number as int), cast(:slices as json), :body)
