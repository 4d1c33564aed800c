using System.Text.RegularExpressions;
using OrgLens.Database;

namespace OrgLens.Tests.Database.Pages;

/// <summary>A query that shows what a table or view is good for, from <c>sql/examples</c>, whose files are the topics of <c>docs/tables</c>.</summary>
/// <param name="Topic">Title of its file.</param>
/// <param name="Relation">Table or view that it is about.</param>
/// <param name="Title">What it tells.</param>
/// <param name="Sql">The statement, without a semicolon.</param>
internal sealed partial record Example(string Topic, string Relation, string Title, string Sql)
{
    /// <summary>All of them, in the order of the files and of what is in them.</summary>
    public static IReadOnlyList<Example> All { get; } = [.. SqlFiles.Under("examples").SelectMany(Read)];

    private static IEnumerable<Example> Read(string name)
    {
        var parts = SqlFiles.Read(name).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var topic = parts[0].TrimStart('-', ' ');
        foreach (var part in parts[1..])
        {
            var header = Header().Match(part);
            Assert.True(header.Success && part.EndsWith(';'), $"sql/{name}.sql: {part}");
            yield return new Example(topic, header.Groups[1].Value, header.Groups[2].Value, part[(header.Index + header.Length)..].Trim().TrimEnd(';'));
        }
    }

    [GeneratedRegex("^-- ([a-z_]+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Header();
}
