using System.Text.Json.Nodes;

namespace OrgLens.QuickSight;

/// <summary>Athena, where the views lie as tables of a Glue database: nothing has to reach the cluster's network.</summary>
/// <param name="WorkGroup">The work group that pays for the queries.</param>
/// <param name="Database">The Glue database.</param>
public sealed record AthenaSettings(string WorkGroup, string Database) : DataSourceSettings
{
    /// <inheritdoc/>
    public override string Id => $"{AnalysisSettings.UsualId}-athena";

    /// <inheritdoc/>
    public override string Type => "ATHENA";

    /// <inheritdoc/>
    internal override KeyValuePair<string, JsonObject> Parameters => KeyValuePair.Create("AthenaParameters", new JsonObject { [nameof(WorkGroup)] = WorkGroup });

    /// <inheritdoc/>
    internal override JsonObject Table(string view) => new() { ["Catalog"] = "AwsDataCatalog", ["Schema"] = Database, ["Name"] = view };
}
