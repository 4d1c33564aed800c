using System.Globalization;
using Amazon.RDSDataService;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecretsManager;
using Npgsql;
using OrgLens.Bench.Loading;
using OrgLens.Database;
using OrgLens.Local;
using OrgLens.Local.Provisioning;

namespace OrgLens.Bench.Cloud;

/// <summary>
/// A local cloud to measure in: its Data API and moto's gateway are served by this process, its PostgreSQL waits for the disk, and
/// every load is another process.
/// </summary>
internal sealed class BenchCloud : IAsyncDisposable
{
    private const string Template = "core";
    private const string Owner = "orglens_master";

    private readonly LocalCloud _cloud;
    private readonly LocalCloudOptions _options;
    private int _databases;

    private BenchCloud(LocalCloud cloud, LocalCloudOptions options)
    {
        _cloud = cloud;
        _options = options;
    }

    /// <summary>What every call costs more than on this machine: about the way to a Region nearby.</summary>
    public static TimeSpan Latency { get; } = TimeSpan.FromMilliseconds(5);

    public string Folder => _options.StateFolder;

    public LocalCloudOptions Options => _options;

    public CloudResources Resources => _cloud.Resources;

    public IReadOnlyDictionary<string, string> Environment => _cloud.Environment;

    public Uri Endpoint => _cloud.Endpoint;

    /// <summary>Calls of the Data API so far.</summary>
    public long Calls => _cloud.Faults.Calls;

    public static async Task<BenchCloud> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var options = new LocalCloudOptions { StateFolder = folder, Port = 0, Database = Template, ApplySchema = MigrateAsync };
        var cloud = new BenchCloud(await LocalCloud.StartAsync(options, cancellationToken: cancellationToken), options);
        // A vacuum in the middle of a load would be measured with it. Between loads it is run on purpose (SettleAsync).
        await cloud.AdministerAsync("postgres", "alter system set autovacuum = off", cancellationToken);
        await cloud.AdministerAsync("postgres", "select pg_reload_conf()", cancellationToken);
        return cloud;
    }

    /// <summary>A database with the product's schema and nothing in it.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++_databases}");
        await AdministerAsync("postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Template}'", cancellationToken);
        await _cloud.Postgres.CloneDatabaseAsync(Template, name, Owner, cancellationToken);
        return name;
    }

    /// <summary>A database with nothing at all in it.</summary>
    public async Task<string> CreateEmptyDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++_databases}");
        await _cloud.Postgres.EnsureDatabaseAsync(name, Owner, cancellationToken);
        return name;
    }

    public Task DropDatabaseAsync(string database, CancellationToken cancellationToken) => _cloud.Postgres.DropDatabaseAsync(database, cancellationToken);

    /// <summary>What autovacuum would have done by the next day.</summary>
    public Task SettleAsync(string database, CancellationToken cancellationToken) => AdministerAsync(database, "vacuum (analyze)", cancellationToken);

    public async Task AdministerAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>A connection without the Data API, that nothing keeps open afterwards.</summary>
    public string ConnectionString(string database) => PooledConnectionString(database) + ";Pooling=false";

    /// <summary>The same, kept open by the process that uses it.</summary>
    public string PooledConnectionString(string database) => _cloud.Postgres.ConnectionString(database);

    /// <summary>The database through the Data API, entered as the functions do.</summary>
    public DataApi DataApiOf(string database) => new(
        Client(new AmazonRDSDataServiceConfig { MaxErrorRetry = 0 }, (credentials, config) => new AmazonRDSDataServiceClient(credentials, config)),
        new DatabaseTarget(Resources.ClusterArn, Resources.ApplicationSecretArn, database),
        OrgLens.Database.RetryPolicy.Default,
        TimeProvider.System);

    public async Task UploadAsync(string file, string key, CancellationToken cancellationToken)
    {
        using var s3 = Client(new AmazonS3Config { ForcePathStyle = true }, (credentials, config) => new AmazonS3Client(credentials, config));
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Resources.Bucket, Key = key, FilePath = file }, cancellationToken);
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        using var s3 = Client(new AmazonS3Config { ForcePathStyle = true }, (credentials, config) => new AmazonS3Client(credentials, config));
        await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = Resources.Bucket, Key = key }, cancellationToken);
    }

    /// <summary>Makes Data API calls slow for as long as the returned object lives.</summary>
    public IDisposable Slow() => new SlowCalls(_cloud);

    public LoadTask TaskFor(string file, string key, string database) => new(
        file, key, database, Endpoint.ToString(), Environment["AWS_REGION"], Resources.ClusterArn, Resources.ApplicationSecretArn, ConnectionString(database));

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private static async Task MigrateAsync(LocalCloud cloud, CancellationToken cancellationToken)
    {
        var (endpoint, region) = (cloud.Endpoint.ToString(), cloud.Environment["AWS_REGION"]);
        using var secrets = new AmazonSecretsManagerClient(
            new BasicAWSCredentials("local", "local"), new AmazonSecretsManagerConfig { ServiceURL = endpoint, AuthenticationRegion = region });
        using var client = new AmazonRDSDataServiceClient(
            new BasicAWSCredentials("local", "local"), new AmazonRDSDataServiceConfig { ServiceURL = endpoint, AuthenticationRegion = region, MaxErrorRetry = 0 });
        var target = new DatabaseTarget(cloud.Resources.ClusterArn, cloud.Resources.MasterSecretArn, Template);
        var migrator = new Migrator(new DataApi(client, target, OrgLens.Database.RetryPolicy.Default, TimeProvider.System));
        await migrator.MigrateAsync([await RoleCredentials.ReadAsync(secrets, cloud.Resources.ApplicationSecretArn, cancellationToken)], cancellationToken);
    }

    private TClient Client<TClient, TConfig>(TConfig config, Func<AWSCredentials, TConfig, TClient> create)
        where TConfig : ClientConfig
    {
        config.ServiceURL = Endpoint.ToString();
        config.AuthenticationRegion = Environment["AWS_REGION"];
        return create(new BasicAWSCredentials("local", "local"), config);
    }

    private sealed class SlowCalls : IDisposable
    {
        private readonly LocalCloud _cloud;

        public SlowCalls(LocalCloud cloud)
        {
            _cloud = cloud;
            cloud.Faults.Latency = Latency;
        }

        public void Dispose() => _cloud.Faults.Latency = TimeSpan.Zero;
    }
}
