using System.Text.Json.Nodes;

namespace OrgLens.Publishing;

/// <summary>A published view as a table of the catalog.</summary>
/// <param name="View">The view.</param>
/// <param name="Columns">All columns of the view.</param>
/// <param name="Run">The run that wrote the files.</param>
/// <remarks>https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html</remarks>
internal sealed record GlueTable(PublishedView View, IReadOnlyList<ViewColumn> Columns, string Run)
{
    /// <summary>The parameter that says which run wrote the files.</summary>
    public const string RunParameter = "orglens.run";

    /// <summary>Columns of the files: what files are parted by is in their paths.</summary>
    public IReadOnlyList<ViewColumn> FileColumns => View.MonthOf is null ? [.. Columns.Where(column => column.Name != View.Partition)] : Columns;

    /// <summary>The table.</summary>
    public JsonObject ToInput(string location)
    {
        var input = new JsonObject
        {
            ["Name"] = View.View,
            ["Description"] = "A view of OrgLens as it was when the run began",
            ["TableType"] = "EXTERNAL_TABLE",
            ["Parameters"] = new JsonObject { ["EXTERNAL"] = "TRUE", ["classification"] = "parquet", ["parquet.compression"] = "SNAPPY", [RunParameter] = Run },
            ["StorageDescriptor"] = Storage(location),
        };
        if (View.PartitionKey is { } key)
        {
            // A partition's value is text in its path, whatever the column is.
            input["PartitionKeys"] = new JsonArray(new JsonObject { ["Name"] = key, ["Type"] = "string" });
        }

        return input;
    }

    /// <summary>One of its partitions.</summary>
    public JsonObject ToPartition(string value, string location) => new() { ["Values"] = new JsonArray(value), ["StorageDescriptor"] = Storage(location) };

    private JsonObject Storage(string location) => new()
    {
        [nameof(Columns)] = new JsonArray([.. FileColumns.Select(column => new JsonObject { ["Name"] = column.Name, ["Type"] = column.GlueType })]),
        ["Location"] = location,
        ["InputFormat"] = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
        ["OutputFormat"] = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
        ["SerdeInfo"] = new JsonObject
        {
            ["SerializationLibrary"] = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
            ["Parameters"] = new JsonObject { ["serialization.format"] = "1" },
        },
    };
}
