select load.close(cast(:report as json))::text
