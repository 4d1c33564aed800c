select load.open(cast(:document as json))::text
