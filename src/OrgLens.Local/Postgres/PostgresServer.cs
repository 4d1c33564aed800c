using System.Globalization;
using Npgsql;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Postgres;

/// <summary>A private PostgreSQL server in a folder of its own: created when new, started, and stopped when disposed.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The superuser of the server; nothing but this class and tests should log in as that.</summary>
    public const string Superuser = "postgres";

    private readonly SupervisedProcess _process;
    private readonly NpgsqlDataSource _administration;
    private readonly string _password;
    private readonly bool _isDurable;

    private PostgresServer(SupervisedProcess process, PostgresEndpoint endpoint, string password, bool isDurable)
    {
        _process = process;
        _password = password;
        _isDurable = isDurable;
        Endpoint = endpoint;
        _administration = NpgsqlDataSource.Create(ConnectionString("postgres"));
    }

    /// <summary>Where it listens.</summary>
    public PostgresEndpoint Endpoint { get; }

    /// <summary>Starts the server, creating its data folder first where there is none.</summary>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var binaries = await PostgresBinaries.FindAsync(cancellationToken);
        var cluster = await PostgresCluster.OpenAsync(options.Folder, binaries, cancellationToken);
        var endpoint = PostgresEndpoint.For(cluster);
        var log = new LogFile(Path.Combine(cluster.Folder, "postgres.log"));
        var process = SupervisedProcess.Start(new ChildCommand(cluster.CommandLine("postgres", Arguments(options, cluster, endpoint)))
        {
            // SIGINT is PostgreSQL's "fast shutdown": open transactions are rolled back, nobody is waited for.
            StopSignal = "INT",
            OnOutput = log.Write,
        });
        var server = new PostgresServer(process, endpoint, cluster.Password, options.IsDurable);
        try
        {
            await server.WaitUntilReadyAsync(log, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of a database; of the superuser unless somebody else is named.</summary>
    public string ConnectionString(string database, DatabaseCredentials? credentials = null) => new NpgsqlConnectionStringBuilder
    {
        Host = Endpoint.Host,
        Port = Endpoint.Port,
        Database = database,
        Username = credentials?.UserName ?? Superuser,
        Password = credentials?.Password ?? _password,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Creates a login role that may create databases and roles but is no superuser: what a cluster's master user is.</summary>
    public async Task EnsureMasterUserAsync(DatabaseCredentials master, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(master);
        var role = Quote(master.UserName);
        var exists = await ScalarAsync("select count(*) from pg_roles where rolname = $1", master.UserName, cancellationToken) is 1L;
        await ExecuteAsync(
            $"{(exists ? "alter" : "create")} role {role} login createdb createrole password '{master.Password.Replace("'", "''", StringComparison.Ordinal)}'",
            cancellationToken);
        await ExecuteAsync($"grant pg_monitor, pg_signal_backend to {role} with admin option", cancellationToken);
    }

    /// <summary>Creates a database unless it is there already.</summary>
    public async Task EnsureDatabaseAsync(string database, string owner, CancellationToken cancellationToken = default)
    {
        if (await ScalarAsync("select count(*) from pg_database where datname = $1", database, cancellationToken) is 0L)
        {
            await ExecuteAsync($"create database {Quote(database)} owner {Quote(owner)}", cancellationToken);
        }
    }

    /// <summary>Creates a database as a copy of another one that nobody is connected to: a matter of milliseconds.</summary>
    public Task CloneDatabaseAsync(string template, string database, string owner, CancellationToken cancellationToken = default)
    {
        // Copying files asks for two checkpoints, which cost nothing where nobody waits for the disk.
        var strategy = _isDurable ? "wal_log" : "file_copy";
        return ExecuteAsync(
            $"create database {Quote(database)} template {Quote(template)} owner {Quote(owner)} strategy {strategy}", cancellationToken);
    }

    /// <summary>Drops a database, whoever is connected to it.</summary>
    public Task DropDatabaseAsync(string database, CancellationToken cancellationToken = default) =>
        ExecuteAsync($"drop database if exists {Quote(database)} with (force)", cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _administration.DisposeAsync();
        await _process.DisposeAsync();
    }

    private static IEnumerable<string> Arguments(PostgresOptions options, PostgresCluster cluster, PostgresEndpoint endpoint)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = endpoint.IsSocket ? "" : endpoint.Host,
            ["unix_socket_directories"] = endpoint.IsSocket ? endpoint.Host : "",
            ["port"] = endpoint.Port.ToString(CultureInfo.InvariantCulture),
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["jit"] = "off",
            ["max_wal_size"] = "4GB",
            ["dynamic_shared_memory_type"] = "mmap",
        };
        if (!options.IsDurable)
        {
            settings["fsync"] = "off";
            settings["synchronous_commit"] = "off";
            settings["full_page_writes"] = "off";
        }

        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return ["-D", cluster.DataFolder, .. settings.SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" })];
    }

    private async Task WaitUntilReadyAsync(LogFile log, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await ExecuteAsync("select 1", cancellationToken);
                return;
            }
            catch (NpgsqlException) when (_process.IsRunning)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }
            catch (NpgsqlException e)
            {
                throw new LocalCloudException($"PostgreSQL did not start: {log.LastLine} (see {log.Path})", e);
            }
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<object?> ScalarAsync(string sql, string argument, CancellationToken cancellationToken)
    {
        await using var command = _administration.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
