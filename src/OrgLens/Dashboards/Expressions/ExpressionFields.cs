namespace OrgLens.Dashboards.Expressions;

/// <summary>Finds what an expression is made of.</summary>
internal static class ExpressionFields
{
    /// <summary>The names of the fields in it.</summary>
    public static IEnumerable<string> Of(Expression expression) => expression switch
    {
        Expression.Field field => [field.Name],
        Expression.Call call => call.Arguments.SelectMany(Of),
        _ => [],
    };
}
