using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using OrgLens.Aws;
using OrgLens.Database;

namespace OrgLens.Publishing;

/// <summary>Registers the publication of views. The client, the database and S3 are others' to register.</summary>
public static class PublishServices
{
    /// <summary>Adds <see cref="ViewPublisher"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="variable">Variables of the environment; null or empty for one that is not set.</param>
    public static IServiceCollection AddPublishing(this IServiceCollection services, Func<string, string?> variable) => services.AddSingleton(provider => new ViewPublisher(
        provider.GetRequiredService<DataApi>(),
        provider.GetRequiredService<IAmazonS3>(),
        provider.GetRequiredService<IAwsCalls>(),
        provider.GetRequiredService<TimeProvider>(),
        PublishSettings.From(variable)));
}
