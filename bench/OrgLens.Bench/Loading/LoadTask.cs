namespace OrgLens.Bench.Loading;

/// <summary>What a loading process is told.</summary>
/// <param name="File">The document.</param>
/// <param name="Key">Its key.</param>
/// <param name="Database">Where to.</param>
/// <param name="Endpoint">Of the Data API.</param>
/// <param name="Region">Of the Data API.</param>
/// <param name="ClusterArn">The cluster.</param>
/// <param name="SecretArn">Whom to enter it as.</param>
/// <param name="ConnectionString">The same database without the Data API, for COPY.</param>
internal sealed record LoadTask(
    string File, string Key, string Database, string Endpoint, string Region, string ClusterArn, string SecretArn, string ConnectionString)
{
    /// <summary>What to load before, elsewhere, so that compiling is not measured.</summary>
    public LoadTask? WarmUp { get; init; }
}
