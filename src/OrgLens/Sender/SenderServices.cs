using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Registers the sender. S3, metrics and logging are the host's to register.</summary>
public static class SenderServices
{
    /// <summary>Adds the collectors and everything between them and the bucket.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="target">Makes the bucket's address when it is first needed, so that a missing variable fails the call, not the start.</param>
    /// <param name="region">Finds the Region that account and Regions are asked in.</param>
    public static IServiceCollection AddSender(this IServiceCollection services, Func<SnapshotTarget> target, Func<string> region)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IAwsCalls>(provider => new AwsClient(new AwsClientOptions(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SendPlanner(
            provider.GetRequiredService<IAwsCalls>(), region(), CollectorList.All, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SnapshotSender(
            provider.GetRequiredService<SendPlanner>(),
            provider.GetRequiredService<IAwsCalls>(),
            provider.GetRequiredService<IAmazonS3>(),
            target(),
            provider.GetRequiredService<ISenderMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SnapshotSender>>()));
        return services;
    }
}
