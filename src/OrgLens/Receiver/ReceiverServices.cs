using Amazon.RDSDataService;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgLens.Database;

namespace OrgLens.Receiver;

/// <summary>Registers the receiver. The AWS clients (S3, SQS, RDS Data) and logging are the host's to register.</summary>
public static class ReceiverServices
{
    /// <summary>Adds the database and everything between the bucket and its rows.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="target">Makes the database's address when it is first needed, so that a missing variable fails the call, not the start.</param>
    /// <param name="kmsKeyId">Key that moved objects are encrypted with; null leaves it to the bucket's default.</param>
    public static IServiceCollection AddReceiver(this IServiceCollection services, Func<DatabaseTarget> target, string? kmsKeyId)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(SnapshotLimits.Default);
        services.AddSingleton(provider => new DataApi(
            provider.GetRequiredService<IAmazonRDSDataService>(), target(), RetryPolicy.Default, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Migrator>();
        services.AddSingleton<ChangeHistory>();
        services.AddSingleton<SnapshotLoader>();
        services.AddSingleton(new SnapshotBucketOptions(kmsKeyId, SnapshotLimits.Default));
        services.AddSingleton<SnapshotBucket>();
        services.AddSingleton<SnapshotReceiver>();
        services.AddSingleton<SnapshotSweeper>();
        services.AddSingleton<PipelineWatch>();
        return services;
    }
}
