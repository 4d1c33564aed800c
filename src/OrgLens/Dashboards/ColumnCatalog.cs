using OrgLens.Database;

namespace OrgLens.Dashboards;

/// <summary>The views that can be asked, and what their columns hold.</summary>
public sealed class ColumnCatalog
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, ColumnKind>> _views;

    private ColumnCatalog(IEnumerable<(string View, string Column, string Kind)> columns)
    {
        _views = columns.GroupBy(column => column.View, StringComparer.Ordinal).ToDictionary(
            view => view.Key,
            IReadOnlyDictionary<string, ColumnKind> (view) => view.ToDictionary(column => column.Column, column => KindOf(column.Kind), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>Asks the database.</summary>
    public static async Task<ColumnCatalog> ReadAsync(DataApi database, CancellationToken cancellationToken)
    {
        var answer = await database.ExecuteAsync(SqlFiles.Read("calls/dashboard_columns"), [], cancellationToken);
        return new ColumnCatalog((answer.Records ?? []).Select(row => (row[0].StringValue, row[1].StringValue, row[2].StringValue)));
    }

    /// <summary>A catalog of given columns, in the words of QuickSight's data sets (<c>STRING</c>, <c>INTEGER</c> ...).</summary>
    public static ColumnCatalog Of(IEnumerable<(string View, string Column, string Kind)> columns) => new(columns);

    /// <summary>The columns of a view.</summary>
    /// <exception cref="DashboardException">There is no such view.</exception>
    public IReadOnlyDictionary<string, ColumnKind> Columns(string view) =>
        _views.TryGetValue(view, out var columns) ? columns : throw new DashboardException($"The database has no view {view}.");

    /// <summary>What a type of QuickSight's data sets stands for.</summary>
    public static ColumnKind KindOf(string type) => type switch
    {
        "STRING" => ColumnKind.Text,
        "INTEGER" => ColumnKind.WholeNumber,
        "DECIMAL" => ColumnKind.Number,
        "DATETIME" => ColumnKind.Instant,
        "BOOLEAN" or "BIT" => ColumnKind.Truth,
        _ => ColumnKind.Other,
    };
}
