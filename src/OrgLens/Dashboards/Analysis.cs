using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>An analysis in QuickSight's own schema, as its asset bundles have it (lower camel case).</summary>
/// <param name="Document">The whole file: <c>resourceType</c>, <c>analysisId</c>, <c>name</c>, <c>definition</c>.</param>
/// <param name="DataSets">The data sets that came with it; none when it was exported without them.</param>
public sealed record Analysis(JsonObject Document, IReadOnlyList<JsonObject> DataSets)
{
    /// <summary>Its name.</summary>
    public string Name => Document.Text("name") ?? "Analysis";

    /// <summary>Sheets, filters, parameters and the like.</summary>
    public JsonObject Definition => Document["definition"] as JsonObject ?? throw new DashboardException($"The analysis {Name} has no definition.");

    /// <summary>The sheets, in their order.</summary>
    public IEnumerable<JsonNode> Sheets => Definition.Items("sheets");

    /// <summary>A sheet by its id.</summary>
    /// <exception cref="DashboardException">There is none.</exception>
    public JsonNode Sheet(string sheetId) =>
        Sheets.FirstOrDefault(sheet => sheet.Text("sheetId") == sheetId) ?? throw new DashboardException($"The analysis {Name} has no sheet {sheetId}.");

    /// <summary>A visual of a sheet: its kind (<c>barChartVisual</c> ...) and what is in it.</summary>
    /// <exception cref="DashboardException">There is none.</exception>
    public (string Kind, JsonNode Value) Visual(string sheetId, string visualId)
    {
        foreach (var visual in Sheet(sheetId).Items("visuals"))
        {
            var variant = visual.Variant();
            if (variant.Value.Text("visualId") == visualId)
            {
                return variant;
            }
        }

        throw new DashboardException($"The sheet {sheetId} has no visual {visualId}.");
    }

    /// <summary>The expression of a calculated field; null when the data set has none of that name.</summary>
    public string? CalculatedField(string dataSet, string name) => Definition.Items("calculatedFields")
        .FirstOrDefault(field => field.Text("name") == name && field.Text("dataSetIdentifier") == dataSet).Text("expression");

    /// <summary>The view that a data set reads: its identifier, unless its file says otherwise.</summary>
    public string View(string dataSet)
    {
        var file = DataSets.FirstOrDefault(file => file.Text("name") == dataSet);
        var table = (file?["physicalTableMap"] as JsonObject)?.FirstOrDefault().Value?["relationalTable"];
        return table.Text("name") ?? dataSet;
    }
}
