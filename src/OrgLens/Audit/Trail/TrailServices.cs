using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace OrgLens.Audit.Trail;

/// <summary>Registers the filter. The AWS clients (S3, SQS), its metrics and logging are the host's to register.</summary>
public static class TrailServices
{
    /// <summary>Adds the filter, whose queues the environment names: <c>PRODUCT_QUEUE</c>, <c>ASSET_QUEUE</c>, <c>USAGE_QUEUE</c> and <c>TRAIL_DEAD_LETTER_QUEUE</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="variable">Reads a variable when the filter is first needed; null when it is not set.</param>
    public static IServiceCollection AddTrailFilter(this IServiceCollection services, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TrailBucket>();
        services.AddSingleton(provider => new TrailQuarantine(
            provider.GetRequiredService<IAmazonSQS>(),
            variable("TRAIL_DEAD_LETTER_QUEUE") is { Length: > 0 } queue ? queue : throw new InvalidOperationException("The environment variable TRAIL_DEAD_LETTER_QUEUE is not set.")));
        services.AddSingleton(provider => new TrailFilter(
            provider.GetRequiredService<TrailBucket>(),
            provider.GetRequiredService<IAmazonSQS>(),
            TrailRoute.FromEnvironment(variable),
            provider.GetRequiredService<TrailQuarantine>(),
            provider.GetRequiredService<ITrailMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TrailFilter>>()));
        return services;
    }
}
