using OrgLens.Dashboards.Expressions;

namespace OrgLens.Dashboards;

/// <summary>Turns the functions of QuickSight's expressions into what the database knows.</summary>
internal sealed class ExpressionCompiler(QuestionScope scope)
{
    private static readonly Dictionary<string, (string Name, ColumnKind Kind)> s_scalars = new(StringComparer.OrdinalIgnoreCase)
    {
        ["toLower"] = ("lower", ColumnKind.Text),
        ["toUpper"] = ("upper", ColumnKind.Text),
        ["trim"] = ("trim", ColumnKind.Text),
        ["replace"] = ("replace", ColumnKind.Text),
        ["substring"] = ("substring", ColumnKind.Text),
        ["left"] = ("left", ColumnKind.Text),
        ["right"] = ("right", ColumnKind.Text),
        ["strlen"] = ("length", ColumnKind.WholeNumber),
        ["locate"] = ("locate", ColumnKind.WholeNumber),
        ["contains"] = ("contains", ColumnKind.Truth),
        ["startsWith"] = ("starts_with", ColumnKind.Truth),
        ["endsWith"] = ("ends_with", ColumnKind.Truth),
        ["isNull"] = ("is_null", ColumnKind.Truth),
        ["isNotNull"] = ("is_not_null", ColumnKind.Truth),
        ["now"] = ("now", ColumnKind.Instant),
        ["round"] = ("round", ColumnKind.Number),
        ["ceil"] = ("ceil", ColumnKind.Number),
        ["floor"] = ("floor", ColumnKind.Number),
        ["concat"] = ("concat", ColumnKind.Text),
        ["toString"] = ("text", ColumnKind.Text),
    };

    private static readonly Dictionary<string, string> s_aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sum"] = "sum",
        ["avg"] = "average",
        ["min"] = "min",
        ["max"] = "max",
        ["count"] = "count",
        ["distinct_count"] = "distinct_count",
        ["median"] = "median",
        ["stdev"] = "stdev",
        ["stdevp"] = "stdevp",
        ["var"] = "var",
        ["varp"] = "varp",
    };

    private static readonly Dictionary<string, string> s_periods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["YYYY"] = "trunc_year",
        ["Q"] = "trunc_quarter",
        ["MM"] = "trunc_month",
        ["WK"] = "trunc_week",
        ["DD"] = "trunc_day",
        ["HH"] = "trunc_hour",
        ["MI"] = "trunc_minute",
    };

    /// <exception cref="DashboardException">It calls something that is not known here.</exception>
    public TypedExpression Compile(Expression expression) => expression switch
    {
        Expression.Field field => scope.Field(field.Name),
        Expression.Text text => scope.Text(text.Value),
        Expression.Number number => scope.Number(number.Value),
        Expression.Constant { Value: null } => TypedExpression.Null,
        Expression.Constant constant => new TypedExpression(new System.Text.Json.Nodes.JsonObject { ["constant"] = constant.Value }, ColumnKind.Truth),
        Expression.Parameter parameter => Parameter(parameter.Name),
        Expression.Call call => Call(call),
        _ => throw new DashboardException("An expression is empty."),
    };

    private TypedExpression Parameter(string name) => scope.Parameters[name] is [var only, ..]
        ? DateTimeOffset.TryParse(only, System.Globalization.CultureInfo.InvariantCulture, out var instant) ? scope.Instant(instant) : scope.Text(only)
        : TypedExpression.Null;

    private TypedExpression Call(Expression.Call call)
    {
        switch (call.Name.ToLowerInvariant())
        {
            case "ifelse":
                return Case([.. call.Arguments.Select(Compile)]);
            case "switch" when call.Arguments.Count >= 3:
                return Switch(call.Arguments);
            case "datediff" when call.Arguments is [var from, var to, Expression.Text { Value: "DD" or "dd" }]:
                return TypedExpression.Call("days_between", ColumnKind.WholeNumber, Compile(from), Compile(to));
            case "datediff" when call.Arguments is [var from, var to]:
                return TypedExpression.Call("days_between", ColumnKind.WholeNumber, Compile(from), Compile(to));
            case "truncdate" when call.Arguments is [Expression.Text period, var at] && s_periods.TryGetValue(period.Value, out var truncate):
                return TypedExpression.Call(truncate, ColumnKind.Instant, Compile(at));
            case "adddatetime" when call.Arguments is [var amount, Expression.Text period, var at]:
                var unit = period.Value.ToUpperInvariant() switch { "DD" => "add_days", "MM" => "add_months", "SS" => "add_seconds", _ => throw Unknown(call) };
                return TypedExpression.Call(unit, ColumnKind.Instant, Compile(at), Compile(amount));
            case "coalesce":
                return Joined("coalesce", [.. call.Arguments.Select(Compile)]);
            case "in":
                return In(call.Arguments);
            case "notin":
                return TypedExpression.Call("not", ColumnKind.Truth, In(call.Arguments));
            case "eq" or "ne" or "lt" or "le" or "gt" or "ge":
                return Compare(call.Name, Compile(call.Arguments[0]), Compile(call.Arguments[1]));
            case "and" or "or" or "not":
                return TypedExpression.Call(call.Name, ColumnKind.Truth, call.Arguments.Select(Compile));
            case "add" or "subtract" or "multiply" or "divide" or "negate":
                return TypedExpression.Call(call.Name, ColumnKind.Number, call.Arguments.Select(argument => Compile(argument).AsNumber()));
        }

        if (s_aggregates.TryGetValue(call.Name, out var aggregate) && call.Arguments is [var only])
        {
            return Aggregate(aggregate, Compile(only));
        }

        return s_scalars.TryGetValue(call.Name, out var scalar)
            ? TypedExpression.Call(scalar.Name, scalar.Kind, call.Arguments.Select(Compile))
            : throw Unknown(call);
    }

    /// <summary>An aggregate of what is no aggregate yet.</summary>
    /// <exception cref="DashboardException">It is one already.</exception>
    public static TypedExpression Aggregate(string name, TypedExpression of)
    {
        if (of.IsAggregate)
        {
            throw new DashboardException("An aggregate can't be made of an aggregate here.");
        }

        var kind = name is "count" or "distinct_count" ? ColumnKind.WholeNumber : name is "min" or "max" ? of.Kind : ColumnKind.Number;
        var operand = name is "count" or "distinct_count" ? of : of.AsNumber();
        if (name is "sum" or "average" or "median" or "stdev" or "stdevp" or "var" or "varp" && !operand.IsNumber)
        {
            throw new DashboardException($"Only numbers have a {name}.");
        }

        // Texts are told apart by their bytes, in half the time that it takes to sort them as a language does.
        return TypedExpression.Call(name == "distinct_count" && of.Kind == ColumnKind.Text ? "distinct_count_text" : name, kind, operand) with { IsAggregate = true };
    }

    private static TypedExpression Case(List<TypedExpression> arguments)
    {
        if (arguments.Count < 2)
        {
            throw new DashboardException("ifelse needs a condition and a value.");
        }

        // Values stand at the odd places, and at the last one if that is left over.
        var results = arguments.Where((_, place) => place % 2 == 1 || place == arguments.Count - 1).Where(result => result.Kind != ColumnKind.Other).ToList();
        return TypedExpression.Call("case", results.Select(result => result.Kind).FirstOrDefault(ColumnKind.Other), arguments.Select((argument, place) => Agreeing(argument, results, place, arguments.Count)));
    }

    /// <summary>A flag among numbers is a number.</summary>
    private static TypedExpression Agreeing(TypedExpression argument, List<TypedExpression> results, int place, int count) =>
        (place % 2 == 1 || (place == count - 1 && count % 2 == 1)) && argument.Kind == ColumnKind.Truth && results.Any(result => result.IsNumber) ? argument.AsNumber() : argument;

    private TypedExpression Switch(IReadOnlyList<Expression> arguments)
    {
        var parts = new List<TypedExpression>();
        for (var place = 1; place + 1 < arguments.Count; place += 2)
        {
            parts.Add(Compare("eq", Compile(arguments[0]), Compile(arguments[place])));
            parts.Add(Compile(arguments[place + 1]));
        }

        if (arguments.Count % 2 == 0)
        {
            parts.Add(Compile(arguments[^1]));
        }

        return Case(parts);
    }

    private TypedExpression In(IReadOnlyList<Expression> arguments) => TypedExpression.Call("in", ColumnKind.Truth, arguments.Select(Compile));

    private static TypedExpression Joined(string name, List<TypedExpression> arguments) =>
        TypedExpression.Call(name, arguments.Select(argument => argument.Kind).FirstOrDefault(kind => kind != ColumnKind.Other, ColumnKind.Other), arguments);

    private static TypedExpression Compare(string name, TypedExpression left, TypedExpression right) => (left.Kind, right.Kind) switch
    {
        (ColumnKind.Truth, ColumnKind.WholeNumber or ColumnKind.Number) => TypedExpression.Call(name, ColumnKind.Truth, left.AsNumber(), right),
        (ColumnKind.WholeNumber or ColumnKind.Number, ColumnKind.Truth) => TypedExpression.Call(name, ColumnKind.Truth, left, right.AsNumber()),
        (ColumnKind.Text, ColumnKind.Text) => TypedExpression.Call(name, ColumnKind.Truth, left, right),
        (ColumnKind.Text, _) => TypedExpression.Call(name, ColumnKind.Truth, left, right.AsText()),
        (_, ColumnKind.Text) => TypedExpression.Call(name, ColumnKind.Truth, left.AsText(), right),
        _ => TypedExpression.Call(name, ColumnKind.Truth, left, right),
    };

    private static DashboardException Unknown(Expression.Call call) => new($"Calculated fields can't call {call.Name} here, or not like this.");
}
