using System.Collections.Concurrent;
using OrgLens.Local.DataApi;
using OrgLens.Local.Gateway;
using OrgLens.Local.Moto;
using OrgLens.Local.Postgres;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests;

/// <summary>One PostgreSQL, one moto, one gateway with the Data API and one boto3 for all tests of the assembly.</summary>
public sealed class Emulators : IAsyncLifetime
{
    public const string ClusterArn = "arn:aws:rds:eu-west-1:123456789012:cluster:orglens";
    public const string SecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:master-abcdef";
    public const string WrongPasswordArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:wrong-abcdef";
    public const string NoCredentialsArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:empty-abcdef";

    private readonly ConcurrentDictionary<string, string> _secrets = new()
    {
        [SecretArn] = """{"username": "master", "password": "secr'et"}""",
        [WrongPasswordArn] = """{"username": "master", "password": "guess"}""",
        [NoCredentialsArn] = """{"engine": "postgres"}""",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-").FullName;

    public PostgresServer Postgres { get; private set; } = null!;

    public MotoServer Moto { get; private set; } = null!;

    public LocalGateway Gateway { get; private set; } = null!;

    public ForeignClient Boto3 { get; private set; } = null!;

    private DataApiEndpoint DataApi { get; set; } = null!;

    /// <summary>Gives a secret another content.</summary>
    public void SetSecret(string arn, string text) => _secrets[arn] = text;

    public Task<string?> FindSecretAsync(string arn) => Task.FromResult(_secrets.GetValueOrDefault(arn));

    public async Task InitializeAsync()
    {
        var moto = MotoServer.StartAsync(Path.Combine(_folder, "moto.log"));
        Postgres = await PostgresServer.StartAsync(new PostgresOptions(Path.Combine(_folder, "postgres")) { IsDurable = false });
        await Postgres.EnsureMasterUserAsync(new DatabaseCredentials("master", "secr'et"));
        await Postgres.EnsureDatabaseAsync("core", "master");
        DataApi = new DataApiEndpoint(new DataApiOptions(Postgres, ClusterArn, (arn, _) => FindSecretAsync(arn)));
        Moto = await moto;
        Gateway = await LocalGateway.StartAsync(
            0, [new ServiceRoute("rds-data", (request, _) => DataApiEndpoint.Owns(request.Path), DataApi.HandleAsync)], Moto.Endpoint);
        Boto3 = new ForeignClient(Gateway.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await Boto3.DisposeAsync();
        await Gateway.DisposeAsync();
        await DataApi.DisposeAsync();
        await Moto.DisposeAsync();
        await Postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
