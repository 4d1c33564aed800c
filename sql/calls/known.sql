select s.outcome from public.snapshots s where s.bucket = :bucket and s.key = :key and s.etag = :etag order by s.id desc limit 1
