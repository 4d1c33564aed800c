using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>The conditions that an analysis's filters put on one visual.</summary>
internal sealed class FilterConditions(Analysis analysis, QuestionScope scope)
{
    /// <summary>The conditions; all of them must hold.</summary>
    /// <exception cref="DashboardException">A filter is of a kind that is not known here.</exception>
    public JsonArray Of(string sheetId, string visualId)
    {
        var conditions = new JsonArray();
        foreach (var group in analysis.Definition.Items("filterGroups").Where(group => group.Text("status") != "DISABLED" && Concerns(group["scopeConfiguration"], sheetId, visualId)))
        {
            foreach (var item in group.Items("filters"))
            {
                var (kind, filter) = item.Variant();
                var column = filter["column"];
                var name = column.Text("columnName") ?? throw new DashboardException($"Filters of the kind {kind} are not known here.");
                var isMeant = column.Text("dataSetIdentifier") == scope.DataSet || (group.Text("crossDataset") == "ALL_DATASETS" && scope.Has(name));
                if (isMeant && Condition(kind, filter, scope.Field(name)) is { } condition)
                {
                    conditions.Add((JsonNode)condition.Node);
                }
            }
        }

        return conditions;
    }

    private static bool Concerns(JsonNode? scope, string sheetId, string visualId) =>
        (scope as JsonObject)?.ContainsKey("allSheets") == true
        || (scope?["selectedSheets"]).Items("sheetVisualScopingConfigurations").Any(sheet => sheet.Text("sheetId") == sheetId
            && (sheet.Text("scope") == "ALL_VISUALS" || sheet.Items("visualIds").Any(visual => visual.ToString() == visualId)));

    private TypedExpression? Condition(string kind, JsonNode filter, TypedExpression column) => kind switch
    {
        "categoryFilter" => Category(filter["configuration"].Variant(), column),
        "numericRangeFilter" when filter["aggregationFunction"] is null => Nulls(filter, column, Range(filter, column, "rangeMinimum", "rangeMaximum", scope.Number)),
        "numericEqualityFilter" when filter["aggregationFunction"] is null => Nulls(filter, column, Equality(filter, column)),
        "timeRangeFilter" => Nulls(filter, column, Range(filter, column, "rangeMinimumValue", "rangeMaximumValue", scope.Instant)),
        _ => throw new DashboardException($"Filters of the kind {kind} are not known here, or not like this."),
    };

    private TypedExpression? Category((string Kind, JsonNode Value) configuration, TypedExpression column)
    {
        var value = configuration.Value;
        var match = value.Text("matchOperator") ?? "EQUALS";
        List<string> values = configuration.Kind switch
        {
            "customFilterConfiguration" when value.Text("parameterName") is { } parameter => [.. scope.Parameters[parameter]],
            "customFilterConfiguration" => value.Text("categoryValue") is { } only ? [only] : [],
            _ => [.. value.Items("categoryValues").Select(item => item.ToString())],
        };
        // A list is searched for its members, whatever the operator's name says.
        var isList = configuration.Kind != "customFilterConfiguration";
        var text = column.AsText();
        var condition = values.Count == 0 ? null : match switch
        {
            "EQUALS" or "CONTAINS" when isList || match == "EQUALS" => TypedExpression.Call("in", ColumnKind.Truth, [text, .. values.Select(scope.Text)]),
            "DOES_NOT_EQUAL" or "DOES_NOT_CONTAIN" when isList || match == "DOES_NOT_EQUAL" =>
                TypedExpression.Call("not", ColumnKind.Truth, TypedExpression.Call("in", ColumnKind.Truth, [text, .. values.Select(scope.Text)])),
            "CONTAINS" => Any("contains"),
            "STARTS_WITH" => Any("starts_with"),
            "ENDS_WITH" => Any("ends_with"),
            "DOES_NOT_CONTAIN" => TypedExpression.Call("not", ColumnKind.Truth, Any("contains")),
            _ => throw new DashboardException($"Filters that match by {match} are not known here."),
        };
        return Nulls(value, column, condition);

        TypedExpression Any(string call) =>
            TypedExpression.Call("or", ColumnKind.Truth, values.Select(item => TypedExpression.Call(call, ColumnKind.Truth, text, scope.Text(item))));
    }

    private TypedExpression? Range(JsonNode filter, TypedExpression column, string minimum, string maximum, Func<string, TypedExpression> literal)
    {
        List<TypedExpression> limits = [];
        if (Limit(filter[minimum]) is { } low)
        {
            limits.Add(TypedExpression.Call(filter.IsTrue("includeMinimum") ? "ge" : "gt", ColumnKind.Truth, column, literal(low)));
        }

        if (Limit(filter[maximum]) is { } high)
        {
            limits.Add(TypedExpression.Call(filter.IsTrue("includeMaximum") ? "le" : "lt", ColumnKind.Truth, column, literal(high)));
        }

        return limits.Count == 0 ? null : TypedExpression.Call("and", ColumnKind.Truth, limits);
    }

    private string? Limit(JsonNode? value) => value switch
    {
        null => null,
        _ when value.Text("parameter") is { } parameter => First(parameter),
        _ when value["rollingDate"].Text("expression") is { } rolling => RollingDate.Evaluate(rolling, scope.Now).ToString("O"),
        _ => value.Number("staticValue") ?? value.Text("staticValue"),
    };

    private string? First(string parameter) => scope.Parameters[parameter] is [var first, ..] ? first : null;

    private TypedExpression? Equality(JsonNode filter, TypedExpression column)
    {
        var value = filter.Text("parameterName") is { } parameter ? First(parameter) : filter.Number("value");
        return value is null ? null : TypedExpression.Call(filter.Text("matchOperator") == "DOES_NOT_EQUAL" ? "ne" : "eq", ColumnKind.Truth, column, scope.Number(value));
    }

    private static TypedExpression? Nulls(JsonNode filter, TypedExpression column, TypedExpression? condition) => filter.Text("nullOption") switch
    {
        "NULLS_ONLY" => TypedExpression.Call("is_null", ColumnKind.Truth, column),
        "NON_NULLS_ONLY" when condition is null => TypedExpression.Call("is_not_null", ColumnKind.Truth, column),
        "ALL_VALUES" when condition is not null => TypedExpression.Call("or", ColumnKind.Truth, condition, TypedExpression.Call("is_null", ColumnKind.Truth, column)),
        _ => condition,
    };
}
