select dashboard.answer(cast(:question as jsonb))::text
