-- A row of the Data API holds 64 KiB at most: the answer comes in pieces.
select substr(answer.text, 1 + 15000 * piece, 15000)
from (select dashboard.answer(cast(:question as jsonb))::text as text) answer
cross join generate_series(0, (length(answer.text) - 1) / 15000) piece
order by piece
