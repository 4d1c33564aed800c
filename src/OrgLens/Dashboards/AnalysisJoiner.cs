using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>
/// Makes one analysis of the files of the <c>quicksight</c> folder. They are in QuickSight's own schema but for this: where a calculated
/// field or a filter names the data set <c>*</c>, it stands for one in each data set that has the columns, and <c>controls.json</c>
/// stands for the same controls on every sheet.
/// </summary>
public static class AnalysisJoiner
{
    private const string EveryDataSet = "*";

    /// <summary>The analysis.</summary>
    /// <param name="files">The files by their path (<see cref="DashboardFiles"/>).</param>
    /// <exception cref="DashboardException">A file is missing or has another form.</exception>
    public static Analysis Join(IReadOnlyDictionary<string, JsonNode> files)
    {
        var document = Copy<JsonObject>(files, "analysis.json");
        var definition = document["definition"] as JsonObject ?? throw new DashboardException("analysis.json has no definition.");
        List<JsonObject> dataSets = [.. Under(files, "datasets/").Select(name => Copy<JsonObject>(files, name))];
        definition["dataSetIdentifierDeclarations"] = List(dataSets.Select(dataSet => new JsonObject
        {
            ["identifier"] = dataSet.Required("name"),
            ["dataSetArn"] = $"arn:aws:quicksight:us-east-1:111122223333:dataset/{dataSet.Required("dataSetId")}",
        }));
        var columns = dataSets.ToDictionary(dataSet => dataSet.Required("name"), ColumnsOf, StringComparer.Ordinal);
        var fields = Items(files, "calculated-fields.json").SelectMany(field => Spread(field, columns, HasColumns)).ToList();
        foreach (var field in fields)
        {
            columns[field.Required("dataSetIdentifier")].Add(field.Required("name"));
        }

        definition["calculatedFields"] = List(fields);
        definition["parameterDeclarations"] = List(Items(files, "parameters.json"));
        definition["columnConfigurations"] = List(Items(files, "columns.json"));
        definition["filterGroups"] = List(Under(files, "filters/").SelectMany(name => Items(files, name)).SelectMany(group => SpreadGroup(group, columns)));
        var controls = Items(files, "controls.json").ToList();
        definition["sheets"] = List(Under(files, "sheets/").Select(name => WithControls(Copy<JsonObject>(files, name), controls)));
        return new Analysis(document, dataSets);

        // A field for every data set goes where what it is made of is.
        static bool HasColumns(JsonObject field, HashSet<string> known) =>
            Expressions.ExpressionFields.Of(Expressions.ExpressionParser.Parse(field.Required("expression"))).All(known.Contains);
    }

    private static HashSet<string> ColumnsOf(JsonObject dataSet) =>
        ((dataSet["physicalTableMap"] as JsonObject)?.FirstOrDefault().Value?["relationalTable"]).Items("inputColumns").Select(column => column.Required("name")).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<JsonObject> Spread(JsonObject item, Dictionary<string, HashSet<string>> columns, Func<JsonObject, HashSet<string>, bool> fits)
    {
        if (item.Text("dataSetIdentifier") != EveryDataSet)
        {
            return [item];
        }

        return columns.Where(dataSet => fits(item, dataSet.Value)).Select(dataSet =>
        {
            var copy = (JsonObject)item.DeepClone();
            copy["dataSetIdentifier"] = dataSet.Key;
            return copy;
        });
    }

    private static IEnumerable<JsonObject> SpreadGroup(JsonObject group, Dictionary<string, HashSet<string>> columns)
    {
        var column = group.Items("filters").Single().Variant().Value["column"];
        if (column.Text("dataSetIdentifier") != EveryDataSet)
        {
            return [group];
        }

        return columns.Where(dataSet => dataSet.Value.Contains(column.Required("columnName"))).Select(dataSet =>
        {
            var copy = (JsonObject)group.DeepClone();
            var id = $"{group.Required("filterGroupId")}-{dataSet.Key}";
            copy["filterGroupId"] = id;
            var filter = copy.Items("filters").Single().Variant().Value;
            filter["filterId"] = id;
            filter["column"]!["dataSetIdentifier"] = dataSet.Key;
            return copy;
        });
    }

    private static JsonObject WithControls(JsonObject sheet, List<JsonObject> controls)
    {
        var sheetId = sheet.Required("sheetId");
        var own = controls.Select(control =>
        {
            var copy = (JsonObject)control.DeepClone();
            var value = copy.Variant().Value;
            value["parameterControlId"] = $"{sheetId}-{value.Required("parameterControlId")}";
            return copy;
        }).ToList();
        var width = 36 / Math.Max(own.Count, 1);
        sheet["parameterControls"] = List(own);
        sheet["sheetControlLayouts"] = new JsonArray(new JsonObject
        {
            ["configuration"] = new JsonObject
            {
                ["gridLayout"] = new JsonObject
                {
                    ["elements"] = List(own.Select((control, place) => new JsonObject
                    {
                        ["elementId"] = control.Variant().Value.Required("parameterControlId"),
                        ["elementType"] = "PARAMETER_CONTROL",
                        ["columnIndex"] = place * width,
                        ["columnSpan"] = width,
                        ["rowIndex"] = 0,
                        ["rowSpan"] = 1,
                    })),
                },
            },
        });
        return sheet;
    }

    private static IEnumerable<string> Under(IReadOnlyDictionary<string, JsonNode> files, string folder) =>
        files.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<JsonObject> Items(IReadOnlyDictionary<string, JsonNode> files, string name) => Copy<JsonArray>(files, name).OfType<JsonObject>();

    private static T Copy<T>(IReadOnlyDictionary<string, JsonNode> files, string name)
        where T : JsonNode => files.TryGetValue(name, out var file) && file.DeepClone() is T copy ? copy : throw new DashboardException($"{name} is missing or has another form.");

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items.Select(item => item.Parent is null ? item : item.DeepClone())]);
}
