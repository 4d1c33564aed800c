select load.chunk(cast(:slices as json), :body)
