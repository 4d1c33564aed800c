using System.Text.Json.Nodes;

namespace OrgLens.QuickSight;

/// <summary>The database itself, entered with a secret, usually through a VPC connection.</summary>
/// <param name="Host">Host name of the cluster, best the one of its readers.</param>
/// <param name="Port">Its port.</param>
/// <param name="Database">The name of the database.</param>
/// <param name="Secret">ARN of a secret with <c>username</c> and <c>password</c> that QuickSight's role may read.</param>
/// <param name="VpcConnection">ARN of the VPC connection; null: the host is reached without.</param>
public sealed record AuroraSettings(string Host, int Port, string Database, string Secret, string? VpcConnection) : DataSourceSettings
{
    /// <inheritdoc/>
    public override string Id => AnalysisSettings.UsualId;

    /// <inheritdoc/>
    public override string Type => "AURORA_POSTGRESQL";

    /// <inheritdoc/>
    public override string? SecretArn => Secret;

    /// <inheritdoc/>
    public override string? VpcConnectionArn => VpcConnection;

    /// <inheritdoc/>
    internal override KeyValuePair<string, JsonObject> Parameters =>
        KeyValuePair.Create("AuroraPostgreSqlParameters", new JsonObject { [nameof(Host)] = Host, [nameof(Port)] = Port, [nameof(Database)] = Database });

    /// <inheritdoc/>
    internal override JsonObject Table(string view) => new() { ["Schema"] = "public", ["Name"] = view };
}
