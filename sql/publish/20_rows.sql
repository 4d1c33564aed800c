-- Opens the rows of a view, in the order of the partitions that they belong to: of those of a column, or of the months of a column.
create function publish.open(relation text, partition_by text, month_of text) returns void
language plpgsql
as $$
declare
  published refcursor := 'published';
  partition_of text := case
    when partition_by is not null then format('row.%I::text', partition_by)
    when month_of is not null then format('to_char(row.%I, ''YYYY-MM'')', month_of)
    else 'null::text'
  end;
begin
  if dashboard.view_of(relation) is null then
    raise exception 'there is no view %', relation using errcode = 'undefined_table';
  end if;
  -- Instants are UTC whatever the server's zone is, here and in publish.take.
  perform set_config('TimeZone', 'UTC', true);
  -- A cursor without a way back, so that nothing is kept of the rows that were handed out.
  open published no scroll for execute format('select %s as partition, to_json(row)::text as content from public.%I row order by 1', partition_of, relation);
end
$$;

comment on function publish.open is 'Opens the rows of a view for publish.take. Both have to be called in one transaction.';

-- The next rows, up to a number of bytes and at least one; none when all were handed out.
create function publish.take(bytes integer) returns table (partition text, content text)
language plpgsql
as $$
declare
  published refcursor := 'published';
  taken bigint := 0;
begin
  loop
    fetch published into partition, content;
    exit when not found;
    return next;
    taken := taken + octet_length(content);
    exit when taken >= bytes;
  end loop;
end
$$;

comment on function publish.take is 'The next rows of the view that publish.open has opened, as JSON, with their partitions.';
