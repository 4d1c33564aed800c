using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>What a page wants to know of a visual.</summary>
/// <param name="Sheet">The sheet's id.</param>
/// <param name="Visual">The visual's id.</param>
public sealed record VisualRequest(string Sheet, string Visual)
{
    /// <summary>What parameters stand at that were changed: their names and lists of values.</summary>
    public JsonObject? Chosen { get; init; }

    /// <summary>The values chosen on the way down a hierarchy of columns, from its top.</summary>
    public IReadOnlyList<string> Drill { get; init; } = [];

    /// <summary>Rows to leave out, for the next page of a table.</summary>
    public int Offset { get; init; }

    /// <summary>Whether all groups are wanted where the visual shows the first few and the others together.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// What <see cref="DashboardAnswers.VersionAsync"/> gave: an answer to the same question at that version may be given again. Null asks the database.
    /// </summary>
    public string? Version { get; init; }
}
