using OrgLens.Audit.Assets;
using OrgLens.Audit.Products;
using OrgLens.Audit.Usage;

namespace OrgLens.Audit.Trail;

/// <summary>Where the records of one consumer go.</summary>
/// <param name="Wants">Chooses its records by <c>eventSource</c> and <c>eventName</c>.</param>
/// <param name="QueueUrl">Its queue.</param>
public sealed record TrailRoute(Func<string, string, bool> Wants, string QueueUrl)
{
    /// <summary>The routes of the hub, whose queues the environment names.</summary>
    /// <param name="variable">Reads a variable; null when it is not set.</param>
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public static IReadOnlyList<TrailRoute> FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return
        [
            new TrailRoute(ProductAudit.Wants, Required("PRODUCT_QUEUE")),
            new TrailRoute(AssetTracker.Wants, Required("ASSET_QUEUE")),
            new TrailRoute(UsageAudit.Wants, Required("USAGE_QUEUE")),
        ];

        string Required(string name) =>
            variable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"The environment variable {name} is not set.");
    }
}
