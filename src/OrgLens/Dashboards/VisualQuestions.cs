using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>Works out what to ask the database for the visuals of an analysis.</summary>
/// <param name="analysis">The analysis.</param>
/// <param name="catalog">The views and their columns.</param>
/// <param name="clock">What <c>now()</c> is in rolling dates.</param>
public sealed class VisualQuestions(Analysis analysis, ColumnCatalog catalog, TimeProvider clock)
{
    /// <summary>Rows of a page of a table.</summary>
    public const int TablePage = 200;

    /// <summary>Groups that a chart is drawn from at most.</summary>
    private const int ChartGroups = 3000;

    /// <summary>Values of a control at most.</summary>
    private const int ControlValues = 5000;

    /// <summary>The questions of a visual: one, or one for each computation of an insight.</summary>
    /// <param name="request">The visual, and what is asked of it.</param>
    /// <param name="parameters">What the parameters stand at.</param>
    /// <exception cref="DashboardException">The visual can't be drawn; the message says why.</exception>
    public IReadOnlyList<VisualQuestion> Of(VisualRequest request, ParameterValues parameters)
    {
        var (sheetId, visualId) = (request.Sheet, request.Visual);
        var (kind, visual) = analysis.Visual(sheetId, visualId);
        var chart = visual["chartConfiguration"];
        var wells = chart?["fieldWells"];
        var sorting = chart?["sortConfiguration"];
        if (kind == "insightVisual")
        {
            return [.. visual["insightConfiguration"].Items("computations").Select(computation => Computation(computation.Variant()))];
        }

        (JsonNode? Fields, string[] Dimensions, string[] Measures) layout = kind switch
        {
            "kpivisual" => (wells, ["trendGroups"], ["values", "targetValues"]),
            "barChartVisual" => (wells?["barChartAggregatedFieldWells"], ["category", "colors"], ["values"]),
            "lineChartVisual" => (wells?["lineChartAggregatedFieldWells"], ["category", "colors"], ["values"]),
            "pieChartVisual" => (wells?["pieChartAggregatedFieldWells"], ["category"], ["values"]),
            "pivotTableVisual" => (wells?["pivotTableAggregatedFieldWells"], ["rows", "columns"], ["values"]),
            "tableVisual" => wells?["tableUnaggregatedFieldWells"] is { } plain ? (plain, [], []) : (wells?["tableAggregatedFieldWells"], ["groupBy"], ["values"]),
            _ => throw new DashboardException($"Visuals of the kind {kind} are not drawn here."),
        };
        if (layout.Fields is null)
        {
            throw new DashboardException("The visual has no fields.");
        }

        if (layout.Fields.Items("smallMultiples").Any())
        {
            throw new DashboardException("Small multiples are not drawn here.");
        }

        var scope = Scope(layout.Fields, parameters);
        var builder = new QuestionBuilder(scope);
        var filters = new FilterConditions(analysis, scope).Of(sheetId, visualId);
        foreach (var role in layout.Dimensions)
        {
            foreach (var well in layout.Fields.Items(role))
            {
                builder.AddDimension(role, well, Drilled(visual, well, scope, request.Drill, filters));
            }
        }

        foreach (var role in layout.Measures)
        {
            foreach (var well in layout.Fields.Items(role))
            {
                builder.AddMeasure(role, well);
            }
        }

        if (kind == "pivotTableVisual" && builder.Fields.All(field => field.IsDimension))
        {
            builder.AddCount("values");
        }

        var isGrouped = kind != "tableVisual" || layout.Dimensions.Length > 0;
        if (!isGrouped)
        {
            foreach (var field in layout.Fields.Items("values"))
            {
                builder.AddColumn("values", field);
            }
        }

        foreach (var order in (string[])["trendGroupSort", "categorySort", "rowSort"])
        {
            builder.AddOrder(sorting.Items(order), "sort", isGrouped);
        }

        builder.AddOrder(sorting.Items("colorSort"), "colorSort", isGrouped);
        return [builder.Build(string.Empty, analysis.View(scope.DataSet), filters, kind == "tableVisual" ? TablePage : ChartGroups, request.Offset, request.IsWhole ? null : First(builder.Fields, sorting))];

        VisualQuestion Computation((string Kind, JsonNode Value) computation)
        {
            var fields = new JsonArray([.. new[] { computation.Value["category"], computation.Value["value"], computation.Value["time"] }.OfType<JsonNode>().Select(field => field.DeepClone())]);
            var inner = Scope(new JsonObject { ["fields"] = fields }, parameters);
            var part = new QuestionBuilder(inner);
            if (computation.Kind is "topBottomRanked" && computation.Value["category"] is { } category)
            {
                part.AddDimension("category", category);
            }

            if (computation.Kind is "topBottomRanked" or "totalAggregation" && computation.Value["value"] is { } value)
            {
                part.AddMeasure("values", value);
            }
            else if (computation.Kind is "uniqueValues" && computation.Value["category"] is { } unique)
            {
                var copy = unique.Variant().Value;
                part.AddMeasure("values", new JsonObject
                {
                    ["categoricalMeasureField"] = new JsonObject { ["fieldId"] = copy.Required("fieldId"), ["column"] = copy["column"]!.DeepClone(), ["aggregationFunction"] = "DISTINCT_COUNT" },
                });
            }
            else
            {
                throw new DashboardException($"Insights by {computation.Kind} are not told here.");
            }

            var size = int.TryParse(computation.Value.Number("resultSize"), System.Globalization.CultureInfo.InvariantCulture, out var wanted) ? wanted : 10;
            if (part.Fields.FirstOrDefault(field => !field.IsDimension) is { } measure)
            {
                part.AddOrder([new JsonObject { ["fieldSort"] = new JsonObject { ["fieldId"] = measure.Id, ["direction"] = computation.Value.Text("type") == "BOTTOM" ? "ASC" : "DESC" } }], "sort", true);
            }

            return part.Build(computation.Value.Required("computationId"), analysis.View(inner.DataSet), new FilterConditions(analysis, inner).Of(sheetId, visualId), size);
        }
    }

    /// <summary>The question for the values of a control that is linked to a column.</summary>
    /// <exception cref="DashboardException">There is no such control, or it is linked to nothing.</exception>
    public VisualQuestion OfControl(string sheetId, string controlId, ParameterValues parameters)
    {
        var control = analysis.Sheet(sheetId).Items("parameterControls").Select(control => control.Variant().Value).FirstOrDefault(control => control.Text("parameterControlId") == controlId);
        var column = control?["selectableValues"]?["linkToDataSetColumn"] ?? throw new DashboardException($"The control {controlId} is linked to no column.");
        var scope = new QuestionScope(analysis, catalog, parameters, clock.GetUtcNow(), column.Required("dataSetIdentifier"));
        var builder = new QuestionBuilder(scope);
        builder.AddDimension("category", new JsonObject { ["categoricalDimensionField"] = new JsonObject { ["fieldId"] = "value", ["column"] = column.DeepClone() } });
        var isThere = TypedExpression.Call("is_not_null", ColumnKind.Truth, scope.Field(column.Required("columnName")));
        return builder.Build(string.Empty, analysis.View(scope.DataSet), new JsonArray(isThere.Node), ControlValues);
    }

    /// <summary>The first values of a category and the others together, where the database can tell: what is added up says which come first.</summary>
    private static JsonObject? First(IReadOnlyList<VisualField> fields, JsonNode? sorting)
    {
        var sort = sorting.Items("categorySort").FirstOrDefault()?["fieldSort"];
        return int.TryParse((sorting?["categoryItemsLimit"]).Number("itemsLimit"), System.Globalization.CultureInfo.InvariantCulture, out var count)
            && fields.Where(field => field.Role == "category").ToList() is [var category]
            && fields.Where(field => field.Role == "values").ToList() is [{ IsAdditive: true } measure]
            && sort.Text("fieldId") == measure.Id
                ? new JsonObject { ["column"] = category.Id, ["by"] = measure.Id, ["descending"] = sort.Text("direction") == "DESC", ["count"] = count }
                : null;
    }

    private static string? Drilled(JsonNode visual, JsonNode well, QuestionScope scope, IReadOnlyList<string> drill, JsonArray filters)
    {
        var hierarchyId = well.Variant().Value.Text("hierarchyId");
        var levels = visual.Items("columnHierarchies").Select(hierarchy => hierarchy["explicitHierarchy"]).OfType<JsonNode>()
            .FirstOrDefault(hierarchy => hierarchy.Text("hierarchyId") == hierarchyId).Items("columns").Select(column => column.Required("columnName")).ToList();
        if (hierarchyId is null || levels.Count == 0)
        {
            return null;
        }

        var depth = Math.Min(drill.Count, levels.Count - 1);
        for (var level = 0; level < depth; level++)
        {
            var column = scope.Field(levels[level]);
            filters.Add((JsonNode)TypedExpression.Call("eq", ColumnKind.Truth, column, scope.Literal(drill[level], column.Kind)).Node);
        }

        return levels[depth];
    }

    private QuestionScope Scope(JsonNode fields, ParameterValues parameters)
    {
        var dataSets = DataSets(fields).Distinct(StringComparer.Ordinal).ToList();
        return dataSets is [var only]
            ? new QuestionScope(analysis, catalog, parameters, clock.GetUtcNow(), only)
            : throw new DashboardException(dataSets.Count == 0 ? "The visual has no fields." : "A visual of several data sets is not drawn here.");
    }

    private static IEnumerable<string> DataSets(JsonNode? node) => node switch
    {
        JsonObject item => (item.Text("dataSetIdentifier") is { } own ? [own] : Enumerable.Empty<string>()).Concat(item.SelectMany(member => DataSets(member.Value))),
        JsonArray list => list.SelectMany(DataSets),
        _ => [],
    };
}
