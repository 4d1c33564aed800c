using System.Text.Json.Nodes;
using OrgLens.Dashboards;

namespace OrgLens.Tests.Dashboards;

/// <summary>Calculated fields and rolling dates, in QuickSight's words.</summary>
public sealed class ExpressionTests
{
    private static readonly ColumnCatalog s_catalog = ColumnCatalog.Of([("v", "a", "INTEGER"), ("v", "b", "INTEGER"), ("v", "t", "STRING"), ("v", "f", "BOOLEAN"), ("v", "at", "DATETIME")]);

    public static TheoryData<string, string> Expressions => new()
    {
        { "sum({a}) / sum({b})", "divide(sum(a), sum(b))" },
        { "ifelse(isNull({t}) OR {t} = 'offline', 'OFFLINE', toUpper({t}))", "case(or(is_null(t), eq(t, 'offline')), 'OFFLINE', upper(t))" },
        { "/* what it is for */ switch(t, 'HIGH', 1, \"LOW\", 2, 0)", "case(eq(t, 'HIGH'), '1', eq(t, 'LOW'), '2', '0')" },
        { "ifelse({f} <= 0, 0, {f})", "case(le(flag(f), '0'), '0', flag(f))" },
        { "ifelse({f} = true, 'yes', null)", "case(eq(f, true), 'yes', null)" },
        { "dateDiff({at}, now(), 'DD')", "days_between(at, now())" },
        { "truncDate('MM', addDateTime(-1, 'DD', {at}))", "trunc_month(add_days(at, negate('1')))" },
        { "a + b * 2 - -1", "subtract(add(a, multiply(b, '2')), negate('1'))" },
        { "NOT ({a} > 1 AND in({t}, 'it''s', 'x'))", "not(and(gt(a, '1'), in(t, 'it's', 'x')))" },
        { "contains(toLower(t), 'x')", "contains(lower(t), 'x')" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void An_expression_becomes_what_the_database_knows(string expression, string expected) => Assert.Equal(expected, Compile(expression));

    [Theory]
    [InlineData("sum(")]
    [InlineData("'open")]
    [InlineData("{a} +")]
    [InlineData("{unknown}")]
    [InlineData("exec({a})")]
    [InlineData("sum(sum({a}))")]
    [InlineData("{a} ; drop")]
    [InlineData("{itself} + 1")]
    public void What_is_not_understood_is_said(string expression) => Assert.Throws<DashboardException>(() => Compile(expression));

    [Fact]
    public void Nesting_has_an_end() =>
        Assert.Throws<DashboardException>(() => Compile(string.Concat(Enumerable.Repeat("(", 5000)) + "1" + string.Concat(Enumerable.Repeat(")", 5000))));

    [Theory]
    [InlineData("truncDate('YYYY', now())", "2026-01-01T00:00:00")]
    [InlineData("addDateTime(-1, 'SS', addDateTime(1, 'YYYY', truncDate('YYYY', now())))", "2026-12-31T23:59:59")]
    [InlineData("addDateTime(-60, 'DD', truncDate('DD', now()))", "2026-09-27T00:00:00")]
    public void Rolling_dates_roll(string expression, string expected) =>
        Assert.Equal(expected, RollingDate.Evaluate(expression, new DateTimeOffset(2026, 11, 26, 4, 5, 6, TimeSpan.Zero)).ToString("s"));

    private static string Compile(string expression)
    {
        var definition = new JsonObject
        {
            ["calculatedFields"] = new JsonArray(
                new JsonObject { ["dataSetIdentifier"] = "v", ["name"] = "given", ["expression"] = expression },
                new JsonObject { ["dataSetIdentifier"] = "v", ["name"] = "itself", ["expression"] = "{itself} + 1" }),
        };
        var analysis = new Analysis(new JsonObject { ["definition"] = definition }, []);
        var scope = new QuestionScope(analysis, s_catalog, ParameterValues.Defaults(analysis, default), default, "v");
        var node = scope.Field("given").Node;
        var values = (JsonArray)scope.Question([], [], [], 1, 0)["values"]!;
        return Write(node, values);
    }

    private static string Write(JsonNode node, JsonArray values) => node switch
    {
        JsonObject column when column.ContainsKey("column") => column["column"]!.ToString(),
        JsonObject value when value.ContainsKey("value") => $"'{values[(int)value["value"]!]}'",
        JsonObject constant when constant.ContainsKey("constant") => constant["constant"]?.ToJsonString() ?? "null",
        _ => $"{node["call"]}({string.Join(", ", node["arguments"]!.AsArray().Select(argument => Write(argument!, values)))})",
    };
}
