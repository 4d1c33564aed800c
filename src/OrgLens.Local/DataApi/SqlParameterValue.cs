namespace OrgLens.Local.DataApi;

/// <summary>A named parameter: its value is null, a bool, long, double, string or the bytes of a blob (ReadOnlyMemory).</summary>
/// <param name="Name">Without the colon.</param>
/// <param name="Value">The value.</param>
/// <param name="TypeHint">The PostgreSQL type that a string stands for, if the caller gave a hint.</param>
internal readonly record struct SqlParameterValue(string Name, object? Value, string? TypeHint);
