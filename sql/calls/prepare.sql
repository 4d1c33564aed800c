select load.prepare(:bucket, :key, :etag, :version_id)::text
