using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using OrgLens.Aws;
using OrgLens.Database;

namespace OrgLens.QuickSight;

/// <summary>Registers the migration of analyses. The client, the database and S3 are others' to register.</summary>
public static class AnalysisServices
{
    /// <summary>Adds <see cref="AnalysisRuns"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="variable">Variables of the environment; null or empty for one that is not set.</param>
    public static IServiceCollection AddAnalysis(this IServiceCollection services, Func<string, string?> variable) => services.AddSingleton(provider => new AnalysisRuns(
        provider.GetRequiredService<IAwsCalls>(),
        provider.GetRequiredService<DataApi>(),
        provider.GetRequiredService<IAmazonS3>(),
        new HttpClient { Timeout = TimeSpan.FromMinutes(1) },
        provider.GetRequiredService<TimeProvider>(),
        name => variable(name) is { Length: > 0 } value ? value : null));
}
