using System.Text;
using OrgLens.Database;
using OrgLens.Sender;

namespace OrgLens.Tests.Database.Pages;

/// <summary>The pages of <c>docs/tables</c> and <c>docs/queries.md</c>, by their paths below <c>docs</c>.</summary>
internal sealed class TablePages(IReadOnlyDictionary<string, Relation> relations)
{
    private readonly RelationReaders _readers = new(relations);

    public IReadOnlyDictionary<string, string> Write()
    {
        var pages = Example.All.Where(example => relations.ContainsKey(example.Relation))
            .ToDictionary(example => $"tables/{example.Relation}.md", example => Page(relations[example.Relation], example), StringComparer.Ordinal);
        pages["tables/README.md"] = Index();
        pages["queries.md"] = Questions();
        return pages;
    }

    private string Index()
    {
        var page = new StringBuilder(
            """
            # Tables and views

            What each table and view of the database means, where its rows come from and who reads them. The words are the database's own comments
            (`\d+ findings` in psql shows them, too). All of this folder is generated from the database and the code:
            `UPDATE_DOCS=1 dotnet test test/OrgLens.Tests --filter TablePageTests`. Examples are in [sql/examples](../../sql/examples); each is run by a test.

            Tables hold what is gone, too: `removed_at` is set then, and views leave it out. How rows get there: [receiver.md](../receiver.md), [trail.md](../trail.md).
            Questions with a name: [queries.md](../queries.md).

            """);
        foreach (var topic in Example.All.GroupBy(example => example.Topic))
        {
            page.Append($"\n## {topic.Key}\n\n| table or view | what it is |\n| --- | --- |\n");
            foreach (var example in topic.Where(example => relations.ContainsKey(example.Relation)))
            {
                page.Append($"| [`{example.Relation}`]({example.Relation}.md) | {Cell(FirstSentence(relations[example.Relation].Comment ?? ""))} |\n");
            }
        }

        return page.ToString();
    }

    private string Questions()
    {
        var page = new StringBuilder(
            """
            # Questions

            What analysts ask, answered by `orglens query NAME`; without a name, it lists them. Each is a file of [sql/queries](../sql/queries), to be read, copied and changed.
            This page is generated from them: `UPDATE_DOCS=1 dotnet test test/OrgLens.Tests --filter TablePageTests`.

            | name | question | reads |
            | --- | --- | --- |

            """);
        foreach (var file in SqlFiles.Under("queries"))
        {
            var name = Path.GetFileName(file);
            var question = SqlFiles.Read(file).Split('\n')[0].TrimStart('-', ' ').TrimEnd();
            page.Append($"| [`{name}`](../sql/queries/{name}.sql) | {Cell(question)} | {Links(_readers.Asked(name), "tables/")} |\n");
        }

        return page.ToString();
    }

    private string Page(Relation relation, Example example)
    {
        var page = new StringBuilder($"# {relation.Name}\n\n{relation.Comment}\n\n{(relation.IsView ? "View" : "Table")} · [{example.Topic}](README.md#{Anchor(example.Topic)})\n\n");
        page.Append("| | |\n| --- | --- |\n");
        Line(page, "written by", relation.Writers.Select(Function));
        Line(page, "section of the document", relation.Sections.Select(section => $"`{section}`"));
        Line(page, "from", Operations(relation.Name));
        Line(page, "reads", [Links(relation.Sources, "")]);
        Line(page, "read by views", [Links(_readers.Views(relation.Name), "")]);
        Line(page, "read by sheets", _readers.Sheets(relation.Name));
        Line(page, "read by questions", RelationReaders.Questions(relation.Name).Select(name => $"[`{name}`](../../sql/queries/{name}.sql)"));
        page.Append("\n## Columns\n\n| column | type | meaning |\n| --- | --- | --- |\n");
        foreach (var column in relation.Columns)
        {
            page.Append($"| `{column.Name}` | {column.Type}{(column.IsRequired ? ", not null" : "")} | {Cell(column.Comment ?? "")} |\n");
        }

        if (relation.Keys.Count + relation.Indexes.Count > 0)
        {
            page.Append("\n## Keys and indexes\n\n").AppendJoin("", relation.Keys.Concat(relation.Indexes).Select(key => $"- `{key}`\n"));
        }

        return page.Append($"\n## Example\n\n{char.ToUpperInvariant(example.Title[0])}{example.Title[1..]}:\n\n```sql\n{example.Sql}\n```\n").ToString();
    }

    // What collectors of the section ask AWS for.
    private static IEnumerable<string> Operations(string table) => CollectorList.All
        .Where(collector => collector.Outputs.Any(output => SnapshotSections.Tables[output.Section].Contains(table)))
        .SelectMany(collector => collector.Operations.Select(operation => $"{operation.Service.Id} `{operation.Name}`")).Distinct(StringComparer.Ordinal);

    // Functions that 30_merge.sql writes for each table are nowhere else.
    private static string Function(string name)
    {
        var file = SqlFiles.Under("load").FirstOrDefault(file => SqlFiles.Read(file).Contains($"function load.{name}(", StringComparison.Ordinal)) ?? "load/30_merge";
        return $"[`load.{name}`](../../sql/{file}.sql)";
    }

    private static void Line(StringBuilder page, string name, IEnumerable<string> values)
    {
        var told = values.Where(value => value.Length > 0).ToList();
        if (told.Count > 0)
        {
            page.Append($"| {name} | {string.Join(", ", told)} |\n");
        }
    }

    private static string Links(IEnumerable<string> names, string folder) => string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"[`{name}`]({folder}{name}.md)"));

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // As GitHub makes them.
    private static string Anchor(string title) =>
        string.Concat(title.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')).Replace(' ', '-');
}
