using Microsoft.Extensions.DependencyInjection;
using OrgLens.Audit.Assets;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;

namespace OrgLens.Functions.Audit;

/// <summary>Registers what the functions of the audit share, and the consumers behind them.</summary>
internal static class AuditServices
{
    /// <summary>Adds <see cref="TrailBatches{TConsumer}"/> for every consumer that is registered by its class.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<TrailOnce>();
        services.AddSingleton(typeof(TrailBatches<>));
        services.AddSingleton<TrailLoad>();
        services.AddSingleton<ProductAudit>();
        services.AddSingleton<UsageAudit>();
        services.AddAssets(Environment.GetEnvironmentVariable);
        return services;
    }
}
