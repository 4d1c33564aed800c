using Npgsql;

namespace OrgLens.Bench.Loading;

/// <summary>Where the server's write-ahead log ends.</summary>
internal static class WalPosition
{
    public static async Task<long> ReadAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
