using OrgLens.Database;
using OrgLens.Local.Postgres;

namespace OrgLens.Tests.Cluster;

/// <summary>
/// One private PostgreSQL for the whole run. The schema is migrated once into a template, by the real migrator; each test gets a
/// copy of its own, so that tests share nothing and may run side by side.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    public const string Arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orglens";
    public const string MasterSecret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:master-abcdef";
    public const string AppSecret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-abcdef";
    public const string AppPassword = "app's pass";

    public const string Template = "template_orglens";
    private static readonly DatabaseCredentials s_master = new("master", "secr'et");
    private static readonly Dictionary<string, string> s_secrets = new(StringComparer.Ordinal)
    {
        [MasterSecret] = $$"""{"username": "{{s_master.UserName}}", "password": "{{s_master.Password}}"}""",
        [AppSecret] = $$"""{"username": "orglens_app", "password": "{{AppPassword}}"}""",
    };

    private static readonly Lazy<Task<TestCluster>> s_shared = new(StartAsync);

    private readonly string _folder;

    private TestCluster(string folder, PostgresServer server)
    {
        _folder = folder;
        Server = server;
    }

    public PostgresServer Server { get; }

    /// <summary>The cluster of this run, started when the first test needs it.</summary>
    public static Task<TestCluster> SharedAsync() => s_shared.Value;

    /// <summary>Stops the cluster of this run, if any test needed one.</summary>
    public static ValueTask StopAsync() =>
        s_shared is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? s_shared.Value.Result.DisposeAsync() : ValueTask.CompletedTask;

    public static Task<string?> FindSecretAsync(string arn) => Task.FromResult(s_secrets.GetValueOrDefault(arn));

    /// <summary>A new database, empty or with the schema.</summary>
    public async Task<string> CreateDatabaseAsync(bool isMigrated)
    {
        var name = $"t_{Guid.NewGuid():N}";
        if (isMigrated)
        {
            await Server.CloneDatabaseAsync(Template, name, s_master.UserName);
        }
        else
        {
            await Server.EnsureDatabaseAsync(name, s_master.UserName);
        }

        return name;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<TestCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("orglens-").FullName;
        var server = await PostgresServer.StartAsync(new PostgresOptions(Path.Combine(folder, "postgres")) { IsDurable = false });
        await server.EnsureMasterUserAsync(s_master);
        await server.EnsureDatabaseAsync(Template, s_master.UserName);
        var cluster = new TestCluster(folder, server);
        await using var template = await TestDatabase.OpenAsync(cluster, Template);
        await new Migrator(template.Master()).MigrateAsync([new RoleCredentials("orglens_app", AppPassword)], CancellationToken.None);
        return cluster;
    }
}
