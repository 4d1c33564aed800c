using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>
/// The data sets, each with all columns of its view. One that is there keeps its id, its name and everything that people added to it
/// (calculated fields, folders, row-level security): only the columns of its table follow the view.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_UpdateDataSet.html</remarks>
internal sealed class DataSetSetup(QuickSightAccount account, DataSourceSettings source, string sourceArn)
{
    private const string Table = "source";

    private static readonly string[] s_keptMembers =
    [
        "Name", "ImportMode", "LogicalTableMap", "ColumnGroups", "FieldFolders", "RowLevelPermissionDataSet", "RowLevelPermissionTagConfiguration", "ColumnLevelPermissionRules",
        "DataSetUsageConfiguration", "DatasetParameters", "PerformanceConfiguration", "DataPrepConfiguration", "SemanticModelConfiguration",
    ];

    /// <summary>The data set as it is; null when it is not there.</summary>
    public Task<AwsValue?> FindAsync(PlannedDataSet planned, CancellationToken cancellationToken) =>
        account.FindAsync(QuickSightOperations.DescribeDataSet, new JsonObject { ["DataSetId"] = planned.Id }, cancellationToken);

    /// <summary>Finds, makes or changes it.</summary>
    public async Task<string> EnsureAsync(PlannedDataSet planned, ReaderPermissions permissions, CancellationToken cancellationToken)
    {
        var found = await FindAsync(planned, cancellationToken);
        if (found is null)
        {
            if (await account.MakeAsync(QuickSightOperations.CreateDataSet, Request(planned, permissions), isOfIdentity: false, cancellationToken))
            {
                return "created";
            }

            found = await FindAsync(planned, cancellationToken) ?? throw new AnalysisMigrationException($"The data set {planned.Id} is there and is not there.");
        }

        var isGranted = await permissions.GrantAsync(
            QuickSightOperations.DescribeDataSetPermissions, QuickSightOperations.UpdateDataSetPermissions, "DataSetId", planned.Id, ReaderPermissions.OfDataSet, cancellationToken);
        if (Changed(planned, found.Value.Child("DataSet")) is not { } request)
        {
            return isGranted ? "updated" : "unchanged";
        }

        await account.CallAsync(QuickSightOperations.UpdateDataSet, request, cancellationToken);
        return "updated";
    }

    /// <summary>The call that makes a data set follow its view; null when it does.</summary>
    /// <exception cref="AnalysisMigrationException">It reads something else than the view.</exception>
    public JsonObject? Changed(PlannedDataSet planned, AwsValue dataSet)
    {
        var tables = QuickSightAccount.Copy(dataSet.Child("PhysicalTableMap")) as JsonObject ?? [];
        var wanted = Relational(planned);
        var id = tables.FirstOrDefault(table => (string?)table.Value?["RelationalTable"]?["Name"] == planned.View).Key
            ?? throw new AnalysisMigrationException($"The data set {planned.Id} does not read the view {planned.View} any more: somebody changed it. Delete it, or give it back its table.");
        if (IsSame(tables[id]!["RelationalTable"]!, wanted))
        {
            return null;
        }

        tables[id] = new JsonObject { ["RelationalTable"] = wanted };
        var request = new JsonObject { ["DataSetId"] = planned.Id, ["PhysicalTableMap"] = tables };
        foreach (var member in s_keptMembers)
        {
            if (!dataSet.Child(member).IsMissing)
            {
                request[member] = QuickSightAccount.Copy(dataSet.Child(member));
            }
        }

        return request;
    }

    // The order of columns says nothing, and what the service adds to them is its own.
    private static bool IsSame(JsonNode known, JsonObject wanted) =>
        (string?)known["DataSourceArn"] == (string?)wanted["DataSourceArn"] && (string?)known["Schema"] == (string?)wanted["Schema"]
            && Columns(known).SetEquals(Columns(wanted));

    private static HashSet<string> Columns(JsonNode table) => [.. table["InputColumns"]!.AsArray().Select(column => $"{column!["Name"]} {column["Type"]}")];

    private JsonObject Relational(PlannedDataSet planned)
    {
        var table = source.Table(planned.View);
        table["DataSourceArn"] = sourceArn;
        table["InputColumns"] = new JsonArray([.. planned.Columns.Select(column => new JsonObject { ["Name"] = column.Name, ["Type"] = column.Type })]);
        return table;
    }

    private JsonObject Request(PlannedDataSet planned, ReaderPermissions permissions) => new()
    {
        ["DataSetId"] = planned.Id,
        ["Name"] = planned.View,
        ["ImportMode"] = "DIRECT_QUERY",
        ["PhysicalTableMap"] = new JsonObject { [Table] = new JsonObject { ["RelationalTable"] = Relational(planned) } },
        ["LogicalTableMap"] = new JsonObject { [Table] = new JsonObject { ["Alias"] = planned.View, ["Source"] = new JsonObject { ["PhysicalTableId"] = Table } } },
        ["Permissions"] = permissions.Granted(ReaderPermissions.OfDataSet),
    };
}
