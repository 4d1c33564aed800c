using System.Diagnostics.CodeAnalysis;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Lambda.Annotations;
using Amazon.RDSDataService;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SQS;
using AWS.Lambda.Powertools.Idempotency;
using AWS.Lambda.Powertools.Logging;
using Microsoft.Extensions.DependencyInjection;
using OrgLens.Audit.Trail;
using OrgLens.Database;
using OrgLens.Functions.Audit;
using OrgLens.Functions.CustomResources;
using OrgLens.Functions.Receiver;
using OrgLens.Functions.Sender;
using OrgLens.Publishing;
using OrgLens.QuickSight;
using OrgLens.Receiver;
using OrgLens.Sender;

namespace OrgLens.Functions;

/// <summary>The composition root of every function. A client is made when a function first asks for it.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Registers what the functions' constructors ask for.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The generated code calls it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddLogging(logging => logging.AddPowertoolsLogger());
        services.AddDefaultAWSOptions(new AWSOptions());
        services.AddAWSService<IAmazonS3>();
        services.AddAWSService<IAmazonSQS>();
        services.AddAWSService<IAmazonSecretsManager>();
        // A repeated statement needs its transaction repeated: that is DataApi's, not the SDK's. In another Region than the hub's, only the ARN says where it is.
        services.AddSingleton<IAmazonRDSDataService>(_ => new DataApiClient(DataApiConfig()));
        services.AddReceiver(DatabaseTarget.FromEnvironment, Environment.GetEnvironmentVariable("ANALYTICS_KMS_KEY"));
        services.AddSingleton<IReceiverMetrics>(provider => new EmbeddedMetrics(StandardOutput(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SecretRotation(
            provider.GetRequiredService<IAmazonSecretsManager>(),
            provider.GetRequiredService<DataApi>(),
            secret => new DataApi(
                provider.GetRequiredService<IAmazonRDSDataService>(),
                DatabaseTarget.FromEnvironment() with { SecretArn = secret },
                RetryPolicy.Default,
                provider.GetRequiredService<TimeProvider>())));
        services.AddSender(SnapshotTarget.FromEnvironment, () => Environment.GetEnvironmentVariable("AWS_REGION")!);
        services.AddSingleton<ISenderMetrics>(provider => new SenderMetrics(StandardOutput(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CollectSuccessor>();
        services.AddSingleton<CollectDay>();
        services.AddSingleton<CollectHistory>();
        services.AddSingleton<SnapshotIngest>();
        services.AddSingleton<SnapshotMessageHandler>();
        services.AddSingleton<CustomResourceReply>();
        services.AddTrailFilter(Environment.GetEnvironmentVariable);
        services.AddSingleton<ITrailMetrics>(provider => new TrailMetrics(StandardOutput(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TrailNotificationHandler>();
        services.AddAudit();
        services.AddAnalysis(Environment.GetEnvironmentVariable);
        services.AddPublishing(Environment.GetEnvironmentVariable);
        if (Environment.GetEnvironmentVariable("IDEMPOTENCY_TABLE") is { Length: > 0 } table)
        {
            Idempotency.Configure(idempotency => idempotency
                .UseDynamoDb(store => store.WithTableName(table).WithDynamoDBClient(new AmazonDynamoDBClient()))
                .WithOptions(options => options.WithExpiration(TimeSpan.FromDays(1))));
        }
    }

    private static AmazonRDSDataServiceConfig DataApiConfig()
    {
        var config = new AmazonRDSDataServiceConfig { MaxErrorRetry = 0, Timeout = TimeSpan.FromSeconds(60) };
        if (DatabaseTarget.RegionOf(Environment.GetEnvironmentVariable("AURORA_CLUSTER_ARN")) is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }

    // The runtime puts time and request before every line of Console.Out; CloudWatch finds metrics only in lines that are JSON.
    private static TextWriter StandardOutput() =>
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), bufferSize: 8192) { AutoFlush = true });
}
