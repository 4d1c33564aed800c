select load.prune_changes(cast(:at_most as int))
