select load.chunk(cast(:number as int), cast(:slices as json), :body)
