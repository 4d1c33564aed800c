using System.Text.Json;
using NpgsqlTypes;

namespace OrgLens.Bench.Copy;

/// <summary>A table and where its rows are in the document.</summary>
/// <param name="Name">The table.</param>
/// <param name="Collector">Collector of all its rows; null where <see cref="CollectorOf"/> says it row by row.</param>
/// <param name="Rows">Takes the rows out of the document.</param>
/// <param name="Columns">Columns filled from the row.</param>
internal sealed record CopyTable(string Name, string? Collector, Func<JsonElement, IEnumerable<JsonElement>> Rows, IReadOnlyList<CopyColumn> Columns)
{
    /// <summary>The Region and collector of a row.</summary>
    public Func<JsonElement, string, (string Region, string Collector)>? CollectorOf { get; init; }

    /// <summary>Column that points to a row of another table, if there is one.</summary>
    public string? ParentColumn { get; init; }

    /// <summary>Finds the id that goes there.</summary>
    public Func<JsonElement, CopyParents, long>? Parent { get; init; }

    /// <summary>Whether the table has an account_id besides its collection.</summary>
    public bool HasAccount { get; init; } = true;

    public static CopyColumn Text(string name, string? member = null, string? otherwise = null) => new(name, NpgsqlDbType.Text, member, otherwise);

    public static IEnumerable<CopyColumn> Texts(params IEnumerable<string> names) => names.Select(name => Text(name));

    public static IEnumerable<CopyColumn> Instants(params IEnumerable<string> names) => names.Select(name => new CopyColumn(name, NpgsqlDbType.TimestampTz));

    public static IEnumerable<CopyColumn> Of(NpgsqlDbType type, params IEnumerable<string> names) => names.Select(name => new CopyColumn(name, type));
}
