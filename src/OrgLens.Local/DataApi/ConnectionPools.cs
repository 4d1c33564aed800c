using System.Collections.Concurrent;
using Npgsql;
using OrgLens.Local.Postgres;

namespace OrgLens.Local.DataApi;

/// <summary>Pooled connections, one pool for each user and database, as the service keeps them.</summary>
internal sealed class ConnectionPools(PostgresServer server) : IAsyncDisposable
{
    private const int LargestPool = 60;
    private readonly ConcurrentDictionary<(DatabaseCredentials Credentials, string Database), NpgsqlDataSource> _pools = new();

    public ValueTask<NpgsqlConnection> OpenAsync(DatabaseCredentials credentials, string database, CancellationToken cancellationToken) =>
        _pools.GetOrAdd((credentials, database), Create).OpenConnectionAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
        {
            await pool.DisposeAsync();
        }
    }

    private NpgsqlDataSource Create((DatabaseCredentials Credentials, string Database) key)
    {
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(key.Database, key.Credentials))
        {
            MaxPoolSize = LargestPool,
            CommandTimeout = 0,
            ApplicationName = "rds-data",
            // Idle connections would keep a database from being dropped or copied for long.
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
            PersistSecurityInfo = true,
        };
        var pool = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // Parameters are of built-in types, and results are taken as text: a database's first connection need not read its types.
        pool.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return pool.Build();
    }
}
