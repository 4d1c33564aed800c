namespace OrgLens.Cli.Output;

/// <summary>Rows to show. Values are text already, so that a number keeps the digits that the database gave it; null is SQL's NULL.</summary>
internal sealed record ResultTable(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>Said above the rows in table mode.</summary>
    public string? Title { get; init; }
}
