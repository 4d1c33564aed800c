select publish.open(:relation, :partition_by, :month_of)
