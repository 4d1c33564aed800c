using Amazon.RDSDataService;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using OrgLens.Database;

namespace OrgLens.Cli.Hub;

/// <summary>Clients of the hub that the variables name: the process's own (the SDK reads those itself), or those of a local cloud.</summary>
internal sealed class HubClients(CommandContext context)
{
    /// <summary>The database, entered as the secret in the variable <paramref name="secret"/>.</summary>
    public DataApi Database(string secret = "AURORA_SECRET_ARN")
    {
        var target = new DatabaseTarget(context.Required("AURORA_CLUSTER_ARN"), context.Required(secret), context.Variable("DB_NAME") ?? "core");
        // A repeated statement needs its transaction repeated: that is DataApi's, not the SDK's.
        var config = new AmazonRDSDataServiceConfig { MaxErrorRetry = 0, MaxStaleConnectionRetries = 0, Timeout = TimeSpan.FromSeconds(60) };
        var client = Create(config, config => new DataApiClient(config), (credentials, config) => new DataApiClient(credentials, config));
        return new DataApi(client, target, OrgLens.Database.RetryPolicy.Default, TimeProvider.System);
    }

    public AmazonS3Client S3() =>
        Create(new AmazonS3Config { ForcePathStyle = context.LocalEnvironment is not null }, config => new AmazonS3Client(config), (credentials, config) => new AmazonS3Client(credentials, config));

    public AmazonSecretsManagerClient Secrets() =>
        Create(new AmazonSecretsManagerConfig(), config => new AmazonSecretsManagerClient(config), (credentials, config) => new AmazonSecretsManagerClient(credentials, config));

    private TClient Create<TClient, TConfig>(TConfig config, Func<TConfig, TClient> ofProcess, Func<AWSCredentials, TConfig, TClient> ofLocalCloud)
        where TConfig : ClientConfig
    {
        if (context.LocalEnvironment is not { } environment)
        {
            return ofProcess(config);
        }

        config.ServiceURL = environment["AWS_ENDPOINT_URL"];
        config.AuthenticationRegion = environment["AWS_REGION"];
        return ofLocalCloud(new BasicAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]), config);
    }
}
