using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>An expression as the database takes it, what it gives, and whether it is an aggregate.</summary>
internal sealed record TypedExpression(JsonObject Node, ColumnKind Kind, bool IsAggregate = false)
{
    public bool IsNumber => Kind is ColumnKind.WholeNumber or ColumnKind.Number;

    /// <summary>A call of a function in <c>sql/dashboard/20_expressions.sql</c>.</summary>
    public static TypedExpression Call(string name, ColumnKind kind, params IEnumerable<TypedExpression> arguments)
    {
        List<TypedExpression> list = [.. arguments];
        var node = new JsonObject { ["call"] = name, ["arguments"] = new JsonArray([.. list.Select(argument => argument.Node.Parent is null ? argument.Node : argument.Node.DeepClone())]) };
        return new TypedExpression(node, kind, list.Any(argument => argument.IsAggregate));
    }

    public static TypedExpression Null => new(new JsonObject { ["constant"] = null }, ColumnKind.Other);

    /// <summary>As something that can be added up: true counts as one.</summary>
    public TypedExpression AsNumber() => Kind == ColumnKind.Truth ? Call("flag", ColumnKind.WholeNumber, this) : this;

    /// <summary>As text, where it is to be compared with text.</summary>
    public TypedExpression AsText() => Kind == ColumnKind.Text ? this : Call("text", ColumnKind.Text, this);
}
