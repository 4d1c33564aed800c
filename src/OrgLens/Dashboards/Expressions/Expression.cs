namespace OrgLens.Dashboards.Expressions;

/// <summary>A calculated field's expression, taken apart.</summary>
internal abstract record Expression
{
    /// <summary>A column or another calculated field, by name.</summary>
    public sealed record Field(string Name) : Expression;

    /// <summary>A parameter, by name.</summary>
    public sealed record Parameter(string Name) : Expression;

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : Expression;

    /// <summary>A number, as it is written.</summary>
    public sealed record Number(string Value) : Expression;

    /// <summary>True, false or null.</summary>
    public sealed record Constant(bool? Value) : Expression;

    /// <summary>A function or an operator with its arguments.</summary>
    public sealed record Call(string Name, IReadOnlyList<Expression> Arguments) : Expression;
}
