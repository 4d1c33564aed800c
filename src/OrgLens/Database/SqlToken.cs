namespace OrgLens.Database;

/// <summary>A piece of SQL text: <c>sql[Start..End]</c>.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End);
