namespace OrgLens.Dashboards.Expressions;

/// <summary>What a token of an expression is.</summary>
internal enum ExpressionTokenKind
{
    /// <summary>A name without braces: a function, a field, <c>and</c>, <c>null</c>.</summary>
    Word,

    /// <summary>A name in braces.</summary>
    Field,

    /// <summary>A name in braces after a dollar sign.</summary>
    Parameter,

    /// <summary>A text in quotes of either kind.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator, a parenthesis or a comma.</summary>
    Symbol,
}
