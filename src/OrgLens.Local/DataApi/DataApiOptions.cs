using OrgLens.Local.Postgres;

namespace OrgLens.Local.DataApi;

/// <summary>What the Data API endpoint serves.</summary>
/// <param name="Server">The server behind the one cluster it knows.</param>
/// <param name="ClusterArn">The ARN of that cluster.</param>
/// <param name="FindSecret">Returns the JSON text of a secret, or null where there is no such secret.</param>
public sealed record DataApiOptions(
    PostgresServer Server,
    string ClusterArn,
    Func<string, CancellationToken, Task<string?>> FindSecret)
{
    /// <summary>The limits it enforces.</summary>
    public DataApiLimits Limits { get; init; } = new();

    /// <summary>The clock that transactions expire by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
