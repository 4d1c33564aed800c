select dashboard.coverage(:relation)::text
