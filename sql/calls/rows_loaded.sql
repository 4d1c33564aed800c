select coalesce(sum(number.value::bigint), 0) as rows
from public.snapshots s cross join jsonb_each_text(s.rows) number
where s.outcome <> 'rejected'
