using Amazon.RDSDataService;
using Amazon.Runtime;
using Npgsql;
using OrgLens.Database;
using OrgLens.Local.DataApi;
using OrgLens.Local.Gateway;
using OrgLens.Local.Postgres;
using OrgLens.Receiver;
using RetryPolicy = OrgLens.Database.RetryPolicy;

namespace OrgLens.Tests.Cluster;

/// <summary>A database of one test with a Data API endpoint of its own, so that no test sees another one's calls and faults.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Retries as the product does, without the waits.</summary>
    public static readonly RetryPolicy Patient = new(6, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2));

    /// <summary>No retries.</summary>
    public static readonly RetryPolicy Once = new(1, TimeSpan.Zero, TimeSpan.Zero);

    private readonly PostgresServer _server;
    private readonly DataApiEndpoint _endpoint;
    private readonly LocalGateway _gateway;
    private readonly DataApiClient _client;
    private readonly DataApiClient _resending;
    private readonly NpgsqlDataSource _superuser;

    private TestDatabase(string name, PostgresServer server, DataApiEndpoint endpoint, LocalGateway gateway)
    {
        Name = name;
        _server = server;
        _endpoint = endpoint;
        _gateway = gateway;
        _superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString(name)) { MaxPoolSize = 3 }.ConnectionString);
        _client = Client(resends: 0);
        _resending = Client(resends: 3);

        DataApiClient Client(int resends) => new(new BasicAWSCredentials("test", "test"), new AmazonRDSDataServiceConfig
        {
            ServiceURL = gateway.Endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = resends,
        });
    }

    public string Name { get; }

    public DataApiFaults Faults => _endpoint.Faults;

    /// <summary>A database with the schema.</summary>
    public static Task<TestDatabase> CreateAsync() => CreateAsync(isMigrated: true);

    /// <summary>A database with nothing in it.</summary>
    public static Task<TestDatabase> CreateEmptyAsync() => CreateAsync(isMigrated: false);

    public static async Task<TestDatabase> OpenAsync(TestCluster cluster, string name)
    {
        var endpoint = new DataApiEndpoint(new DataApiOptions(cluster.Server, TestCluster.Arn, (arn, _) => TestCluster.FindSecretAsync(arn)));
        // Nothing but the Data API is asked for: the address behind it stays unused.
        var gateway = await LocalGateway.StartAsync(
            0, [new ServiceRoute("rds-data", (request, _) => DataApiEndpoint.Owns(request.Path), endpoint.HandleAsync)], new Uri("http://127.0.0.1:9"));
        return new TestDatabase(name, cluster.Server, endpoint, gateway);
    }

    /// <summary>The database as its master user sees it.</summary>
    public DataApi Master(RetryPolicy? policy = null) => Enter(TestCluster.MasterSecret, policy);

    /// <summary>The database as the receiver sees it.</summary>
    public DataApi App(RetryPolicy? policy = null) => Enter(TestCluster.AppSecret, policy);

    /// <summary>A loader whose client sends a call again when its connection breaks, as the SDK does unless it is told not to.</summary>
    public SnapshotLoader ResendingLoader() =>
        new(new DataApi(_resending, new DatabaseTarget(TestCluster.Arn, TestCluster.AppSecret, Name), Once, TimeProvider.System), SnapshotLimits.Default);

    public SnapshotLoader Loader(RetryPolicy? policy = null, SnapshotLimits? limits = null) => new(App(policy), limits ?? SnapshotLimits.Default);

    public Task<LoadResult> LoadAsync(TestSnapshot snapshot) => Loader().LoadAsync(snapshot.ToDocument(), CancellationToken.None);

    public async Task LoadAllAsync(IEnumerable<TestSnapshot> snapshots)
    {
        foreach (var snapshot in snapshots)
        {
            await LoadAsync(snapshot);
        }
    }

    /// <summary>Runs a statement as superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = _superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows of a query as superuser, each as its values' text with a bar between them.</summary>
    public Task<IReadOnlyList<string>> RowsAsync(string sql) => RowsAsync(_superuser, sql);

    /// <summary>The rows of a query as the role of readers, who may read tables and views and nothing else.</summary>
    public async Task<IReadOnlyList<string>> ReaderRowsAsync(string sql)
    {
        await using var reader = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(_server.ConnectionString(Name)) { Options = "-c role=orglens_reader", Pooling = false }.ConnectionString);
        return await RowsAsync(reader, sql);
    }

    /// <summary>The only row of a query.</summary>
    public async Task<string> RowAsync(string sql) => Assert.Single(await RowsAsync(sql));

    /// <summary>Empties every table, as if the database had just been migrated.</summary>
    public Task ClearAsync() => ExecuteAsync(
        """
        do $$
        begin
          execute (select 'truncate ' || string_agg(format('%I', tablename), ', ') || ' restart identity' from pg_tables where schemaname = 'public' and tablename not in ('asset_tag_keys', 'history_settings', 'watched_columns'));
        end
        $$
        """);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _resending.Dispose();
        await _gateway.DisposeAsync();
        await _endpoint.DisposeAsync();
        await _superuser.DisposeAsync();
        if (Name != TestCluster.Template)
        {
            // Some 10 MB each: hundreds of them would fill the disk and hold up the cluster's end.
            await _server.DropDatabaseAsync(Name);
        }
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(NpgsqlDataSource entered, string sql)
    {
        await using var command = entered.CreateCommand(sql);
        command.AllResultTypesAreUnknown = true;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : reader.GetString(i))));
        }

        return rows;
    }

    private static async Task<TestDatabase> CreateAsync(bool isMigrated)
    {
        var cluster = await TestCluster.SharedAsync();
        return await OpenAsync(cluster, await cluster.CreateDatabaseAsync(isMigrated));
    }

    private DataApi Enter(string secretArn, RetryPolicy? policy) =>
        new(_client, new DatabaseTarget(TestCluster.Arn, secretArn, Name), policy ?? Patient, TimeProvider.System);
}
