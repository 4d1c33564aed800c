using System.Text.Json.Nodes;
using OrgLens.Dashboards;
using OrgLens.Database;

namespace OrgLens.QuickSight;

/// <summary>Finds the views of an analysis, and their columns, in the database: before anything is changed.</summary>
internal static class DataSetPlan
{
    // The types that QuickSight has for columns of PostgreSQL: https://docs.aws.amazon.com/quicksight/latest/user/supported-data-types-and-values.html
    private static readonly string[] s_types = ["STRING", "INTEGER", "DECIMAL", "DATETIME", "BOOLEAN"];

    // Known, and of no use there: a data set goes without them. What is not known either way is an error, not a guess.
    private static readonly string[] s_leftOut = ["JSON", "uuid", "interval"];

    /// <summary>The data sets, in the order of their declarations.</summary>
    /// <exception cref="AnalysisMigrationException">A view or a column is missing, or a column has a type that QuickSight has no word for.</exception>
    public static async Task<IReadOnlyList<PlannedDataSet>> MakeAsync(Analysis analysis, DataApi database, CancellationToken cancellationToken)
    {
        var answer = await database.QueryAsync(SqlFiles.Read("calls/dashboard_columns"), [], cancellationToken);
        var live = (answer.Records ?? []).ToLookup(row => row[0].StringValue, row => (Name: row[1].StringValue, Type: row[2].StringValue), StringComparer.Ordinal);
        var problems = new List<string>();
        var planned = new List<PlannedDataSet>();
        foreach (var identifier in analysis.Definition.Items("dataSetIdentifierDeclarations").Select(declaration => declaration.Required("identifier")))
        {
            var view = analysis.View(identifier);
            if (!live.Contains(view))
            {
                problems.Add($"the database has no view {view}");
                continue;
            }

            var columns = live[view].ToLookup(column => s_types.Contains(column.Type, StringComparer.Ordinal) ? Reading.Fits : s_leftOut.Contains(column.Type, StringComparer.Ordinal) ? Reading.LeftOut : Reading.Unknown);
            problems.AddRange(columns[Reading.Unknown].Select(column => $"{view}.{column.Name} is of the type {column.Type}, which is not known to QuickSight"));
            var readable = columns[Reading.Fits].Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
            problems.AddRange(Named(analysis.Definition, identifier).Distinct(StringComparer.Ordinal)
                .Where(name => !readable.Contains(name) && analysis.CalculatedField(identifier, name) is null).Select(name => $"{view} has no column {name} that QuickSight can read"));
            planned.Add(new PlannedDataSet(identifier, view, [.. columns[Reading.Fits]], [.. columns[Reading.LeftOut].Select(column => $"{view}.{column.Name}")]));
        }

        return problems.Count == 0 ? planned : throw new AnalysisMigrationException($"{string.Join("; ", problems)}.");
    }

    private enum Reading
    {
        Fits,
        LeftOut,
        Unknown,
    }

    private static IEnumerable<string> Named(JsonNode? node, string identifier) => node switch
    {
        JsonObject item => (item.Text("columnName") is { } name && item.Text("dataSetIdentifier") == identifier ? [name] : Enumerable.Empty<string>())
            .Concat(item.SelectMany(member => Named(member.Value, identifier))),
        JsonArray list => list.SelectMany(element => Named(element, identifier)),
        _ => [],
    };
}
