using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>Collects the columns and the order of one question.</summary>
internal sealed class QuestionBuilder(QuestionScope scope)
{
    private readonly List<VisualField> _fields = [];
    private readonly JsonArray _columns = [];
    private readonly JsonArray _order = [];

    public IReadOnlyList<VisualField> Fields => _fields;

    /// <summary>Adds a dimension: rows are grouped by it.</summary>
    public void AddDimension(string role, JsonNode well, string? column = null)
    {
        var (kind, field) = well.Variant();
        var name = column ?? field["column"].Required("columnName");
        var expression = scope.Field(name);
        if (expression.IsAggregate)
        {
            throw new DashboardException($"{name} is an aggregate: rows can't be grouped by it.");
        }

        string? grain = null;
        if (kind == "dateDimensionField" && expression.Kind == ColumnKind.Instant)
        {
            grain = field.Text("dateGranularity") ?? "DAY";
            if (grain is not ("SECOND" or "MILLISECOND"))
            {
                expression = TypedExpression.Call($"trunc_{grain.ToLowerInvariant()}", ColumnKind.Instant, expression);
            }
        }

        Add(new VisualField(field.Required("fieldId"), role, name, expression.Kind, true, grain, null, field["formatConfiguration"]), expression);
    }

    /// <summary>Adds a measure.</summary>
    public void AddMeasure(string role, JsonNode well)
    {
        var (kind, field) = well.Variant();
        if (kind == "calculatedMeasureField")
        {
            var calculated = new ExpressionCompiler(scope).Compile(Expressions.ExpressionParser.Parse(field.Required("expression")));
            Add(new VisualField(field.Required("fieldId"), role, field.Required("fieldId"), calculated.Kind, false, null, null, field["formatConfiguration"]), calculated);
            return;
        }

        var name = field["column"].Required("columnName");
        var expression = scope.Field(name);
        var function = field["aggregationFunction"] switch
        {
            JsonValue text => text.ToString(),
            JsonObject numerical => numerical.Text("simpleNumericalAggregation") ?? throw new DashboardException("Percentiles are not known here."),
            _ => kind == "numericalMeasureField" ? "SUM" : "COUNT",
        };
        var measure = expression.IsAggregate ? expression : ExpressionCompiler.Aggregate(function.ToLowerInvariant(), expression);
        Add(new VisualField(field.Required("fieldId"), role, name, measure.Kind, false, null, expression.IsAggregate ? null : function, field["formatConfiguration"]), measure);
    }

    /// <summary>Adds the number of rows, which is what a pivot table without values shows.</summary>
    public void AddCount(string role) =>
        Add(new VisualField("count", role, "rows", ColumnKind.WholeNumber, false, null, "COUNT", null), ExpressionCompiler.Aggregate("count", scope.Text("row")));

    /// <summary>Adds a column as it is, for rows that are not grouped.</summary>
    public void AddColumn(string role, JsonNode field)
    {
        var name = field["column"].Required("columnName");
        var expression = scope.Field(name);
        Add(new VisualField(field.Required("fieldId"), role, name, expression.Kind, false, null, null, field["formatConfiguration"]), expression);
    }

    /// <summary>Sorts by a field of the visual or by another column; what is not there is left alone.</summary>
    public void AddOrder(IEnumerable<JsonNode> sorting, string role, bool isGrouped)
    {
        foreach (var item in sorting)
        {
            var (kind, sort) = item.Variant();
            var id = sort.Text("fieldId");
            if (kind == "columnSort")
            {
                var name = sort["sortBy"].Required("columnName");
                id = $"{role}:{name}";
                var expression = scope.Field(name);
                var function = (sort["aggregationFunction"]?["numericalAggregationFunction"]).Text("simpleNumericalAggregation") ?? "MIN";
                Add(
                    new VisualField(id, role, name, expression.Kind, false, null, null, null),
                    isGrouped && !expression.IsAggregate ? ExpressionCompiler.Aggregate(function.ToLowerInvariant(), expression) : expression);
            }

            if (_fields.Any(field => field.Id == id))
            {
                _order.Add((JsonNode)new JsonObject { ["id"] = id, ["descending"] = sort.Text("direction") == "DESC" });
            }
        }
    }

    public VisualQuestion Build(string part, string view, JsonArray filters, int limit, int offset = 0, JsonObject? first = null)
    {
        // Pages of rows need an order in which no two rows are alike.
        foreach (var field in _fields.Where(field => !_order.Any(sorted => sorted.Text("id") == field.Id) && (field.IsDimension || _fields.TrueForAll(other => !other.IsDimension))))
        {
            _order.Add((JsonNode)new JsonObject { ["id"] = field.Id, ["descending"] = false });
        }

        return new VisualQuestion(part, view, _fields, scope.Question(_columns, filters, _order, limit, offset, first));
    }

    private void Add(VisualField field, TypedExpression expression)
    {
        if (expression.Kind == ColumnKind.Other && expression.Node.ContainsKey("column"))
        {
            expression = TypedExpression.Call("text", ColumnKind.Text, expression);
        }

        _fields.Add(field with { Kind = expression.Kind });
        _columns.Add((JsonNode)new JsonObject { ["id"] = field.Id, ["groups"] = field.IsDimension, ["expression"] = expression.Node.Parent is null ? expression.Node : expression.Node.DeepClone() });
    }
}
