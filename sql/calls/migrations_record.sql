insert into admin.migrations (name, checksum) values (:name, :checksum)
on conflict (name) do update set checksum = excluded.checksum, applied_at = now()
