using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgLens.Audit.Trail;
using OrgLens.Aws;
using OrgLens.Database;

namespace OrgLens.Audit.Assets;

/// <summary>Registers the tracking of assets. The database, the loading of rows and the client are others' to register.</summary>
public static class AssetServices
{
    // A question is worth a few seconds, not the batch's time: what is not answered now comes with the next event or snapshot.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AwsClientOptions Reading = new()
    {
        Retry = new AwsRetry(4, 2, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2)),
        AttemptTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Adds the tracker and what it needs.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="variable">The environment: <c>AWS_REGION</c>, <c>READ_ROLE</c> (name of the role in each account), <c>ASSET_BUS</c>; each may be missing.</param>
    public static IServiceCollection AddAssets(this IServiceCollection services, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IAccountCalls>(provider => new ReadRoleCalls(
            provider.GetRequiredService<IAwsCalls>(), Reading, Region(), Optional("READ_ROLE"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AssetDescriber(
            provider.GetRequiredService<IAccountCalls>(), Patience, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AssetTracker(
            provider.GetRequiredService<TrailLoad>(), provider.GetRequiredService<AssetDescriber>(), Announcer(provider)));
        return services;

        AssetAnnouncer? Announcer(IServiceProvider provider) => Optional("ASSET_BUS") is { } bus
            ? new AssetAnnouncer(provider.GetRequiredService<DataApi>(), provider.GetRequiredService<IAwsCalls>(), Region(), bus)
            : null;

        string Region() => Optional("AWS_REGION") ?? "us-east-1";

        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;
    }
}
