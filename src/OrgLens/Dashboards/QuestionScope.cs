using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Dashboards.Expressions;

namespace OrgLens.Dashboards;

/// <summary>
/// One question to one view in the making (<c>sql/dashboard/30_answer.sql</c>): turns fields and literals into the expressions that
/// the database takes. Literals go into a list of their own and are named by their place, so that none ever becomes a piece of a statement.
/// </summary>
internal sealed class QuestionScope(Analysis analysis, ColumnCatalog catalog, ParameterValues parameters, DateTimeOffset now, string dataSet)
{
    private const int DeepestFields = 8;

    private readonly IReadOnlyDictionary<string, ColumnKind> _columns = catalog.Columns(analysis.View(dataSet));
    private readonly JsonArray _values = [];
    private int _depth;

    public string DataSet { get; } = dataSet;

    public ParameterValues Parameters { get; } = parameters;

    public DateTimeOffset Now { get; } = now;

    public bool Has(string field) => _columns.ContainsKey(field) || analysis.CalculatedField(DataSet, field) is not null;

    /// <summary>A column or a calculated field.</summary>
    /// <exception cref="DashboardException">There is none of that name.</exception>
    public TypedExpression Field(string name)
    {
        if (analysis.CalculatedField(DataSet, name) is { } formula)
        {
            if (++_depth > DeepestFields)
            {
                throw new DashboardException($"The calculated field {name} of {DataSet} is made of itself, or of too many others.");
            }

            var compiled = new ExpressionCompiler(this).Compile(ExpressionParser.Parse(formula));
            _depth--;
            return compiled;
        }

        return _columns.TryGetValue(name, out var kind)
            ? new TypedExpression(new JsonObject { ["column"] = name }, kind)
            : throw new DashboardException($"{DataSet} has no column {name}.");
    }

    public TypedExpression Text(string value) => Value(value, "text", ColumnKind.Text);

    public TypedExpression Number(string value) => Value(value, "numeric", ColumnKind.Number);

    public TypedExpression Instant(DateTimeOffset value) =>
        Value(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), "timestamptz", ColumnKind.Instant);

    /// <summary>An instant that is written in a definition or was chosen by a person.</summary>
    /// <exception cref="DashboardException">It is none.</exception>
    public TypedExpression Instant(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Instant(instant)
            : throw new DashboardException($"'{value}' is no date.");

    /// <summary>A literal of the kind that it is to be compared with.</summary>
    public TypedExpression Literal(string value, ColumnKind kind) => kind switch
    {
        ColumnKind.WholeNumber or ColumnKind.Number => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? Number(value) : throw new DashboardException($"'{value}' is no number."),
        ColumnKind.Instant => Instant(value),
        _ => Text(value),
    };

    /// <summary>The question's text.</summary>
    public JsonObject Question(JsonArray columns, JsonArray filters, JsonArray order, int limit, int offset, JsonObject? first = null)
    {
        var question = new JsonObject
        {
            ["view"] = analysis.View(DataSet),
            ["values"] = _values,
            ["columns"] = columns,
            ["filters"] = filters,
            ["order"] = order,
            ["limit"] = limit,
            ["offset"] = offset,
        };
        if (first is not null)
        {
            question["first"] = first;
        }

        return question;
    }

    private TypedExpression Value(string value, string type, ColumnKind kind)
    {
        _values.Add((JsonNode)value);
        return new TypedExpression(new JsonObject { ["value"] = _values.Count - 1, ["type"] = type }, kind);
    }
}
