select name, type from publish.columns(:relation)
