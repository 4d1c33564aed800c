using System.Text.Json;
using System.Text.RegularExpressions;
using OrgLens.Dashboards;
using OrgLens.Database;

namespace OrgLens.Tests.Database.Pages;

/// <summary>Who reads a table or view: views, sheets of the dashboards, named questions.</summary>
internal sealed class RelationReaders(IReadOnlyDictionary<string, Relation> relations)
{
    // Sheets by their names, with their definitions' text.
    private readonly IReadOnlyList<(string Name, string Text)> _sheets =
    [
        .. DashboardFiles.Embedded().Where(file => file.Key.StartsWith("sheets/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => ((string)file.Value["name"]!, file.Value.ToJsonString())),
    ];

    /// <summary>The names of the views that read it.</summary>
    public IEnumerable<string> Views(string name) => relations.Values.Where(view => view.Sources.Contains(name)).Select(view => view.Name);

    /// <summary>The names of the sheets that draw it.</summary>
    public IEnumerable<string> Sheets(string name) =>
        _sheets.Where(sheet => sheet.Text.Contains($"\"dataSetIdentifier\":{JsonSerializer.Serialize(name)}", StringComparison.Ordinal)).Select(sheet => sheet.Name);

    /// <summary>The names of the questions that ask it.</summary>
    public static IEnumerable<string> Questions(string name) =>
        SqlFiles.Under("queries").Where(question => Regex.IsMatch(SqlFiles.Read(question), $@"^[^-]*\b(from|join) {name}\b", RegexOptions.Multiline)).Select(question => Path.GetFileName(question));

    /// <summary>The tables and views that a question asks.</summary>
    public IEnumerable<string> Asked(string question) => relations.Keys.Where(name => Questions(name).Contains(question)).Order(StringComparer.Ordinal);
}
