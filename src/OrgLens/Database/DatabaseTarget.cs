namespace OrgLens.Database;

/// <summary>The database that the RDS Data API is asked about, and the secret it is entered with.</summary>
/// <param name="ClusterArn">ARN of the Aurora cluster.</param>
/// <param name="SecretArn">ARN of the Secrets Manager secret that holds the user name and password of one database role.</param>
/// <param name="Name">Name of the database in the cluster.</param>
public sealed record DatabaseTarget(string ClusterArn, string SecretArn, string Name)
{
    /// <summary>The Region that a cluster is in by its ARN, which need not be the caller's; null when it names none.</summary>
    public static string? RegionOf(string? clusterArn) => clusterArn?.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;

    /// <summary>Reads <c>AURORA_CLUSTER_ARN</c>, <c>AURORA_SECRET_ARN</c> and <c>DB_NAME</c> (default <c>core</c>).</summary>
    /// <exception cref="InvalidOperationException">One of the two ARNs is not set.</exception>
    public static DatabaseTarget FromEnvironment() => new(
        Required("AURORA_CLUSTER_ARN"),
        Required("AURORA_SECRET_ARN"),
        Environment.GetEnvironmentVariable("DB_NAME") is { Length: > 0 } name ? name : "core");

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The environment variable {variable} is not set: it names the database to talk to.");
}
