namespace OrgLens.Dashboards.Expressions;

/// <summary>A word, symbol or literal of an expression, and where it begins.</summary>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, int Position);
