using Npgsql;

namespace OrgLens.Bench.Cloud;

/// <summary>Reads what a database has written since its creation.</summary>
internal static class DatabaseMeter
{
    // The ledger and its like have rows for every snapshot, changed or not.
    private const string Sql = """
        select (select coalesce(sum(n_tup_ins) filter (where not bookkeeping), 0)::bigint from t),
          (select coalesce(sum(n_tup_upd) filter (where not bookkeeping), 0)::bigint from t),
          (select coalesce(sum(n_tup_ins + n_tup_upd) filter (where bookkeeping), 0)::bigint from t),
          (select coalesce(sum(last_value), 0)::bigint from pg_sequences
           where schemaname = 'public' and not regexp_replace(sequencename, '_id_seq$', '') = any (b.names))
        from b
        """;

    private const string Tables = """
        with b (names) as (values ('{accounts,collections,snapshots,snapshot_sections,coverage,logs,log_messages,rejected_rows}'::text[])),
        t as (select s.*, s.relname = any (b.names) as bookkeeping from pg_stat_user_tables s, b where s.schemaname = 'public')
        """;

    public static async Task<DatabaseReading> ReadAsync(BenchCloud cloud, string database, CancellationToken cancellationToken)
    {
        // A session reports its counts with a delay of up to ten seconds, unless it is asked; the idle one of the pool is the loader's.
        await cloud.DataApiOf(database).ExecuteAsync("select pg_stat_force_next_flush()", [], cancellationToken);
        await using var connection = await cloud.OpenAsync(database, cancellationToken);
        await using var command = new NpgsqlCommand(Tables + Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DatabaseReading(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }
}
