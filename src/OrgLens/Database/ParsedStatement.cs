namespace OrgLens.Database;

/// <summary>A statement whose named parameters (<c>:name</c>) were replaced by PostgreSQL's positions (<c>$1</c>).</summary>
/// <param name="Text">The statement with <c>$1</c>, <c>$2</c> … in place of the names.</param>
/// <param name="ParameterNames">The distinct names in the order of their positions: the first one is <c>$1</c>.</param>
public sealed record ParsedStatement(string Text, IReadOnlyList<string> ParameterNames);
