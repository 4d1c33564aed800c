using OrgLens.Tests.Cluster;
using OrgLens.Tests.Sender.Simulated;

namespace OrgLens.Tests.Database.Pages;

/// <summary>What <c>docs/tables</c> says is what the database says, and its examples answer.</summary>
public sealed class TablePageTests
{
    [Fact]
    public async Task The_pages_are_those_that_the_database_and_the_code_generate()
    {
        await using var database = await TestDatabase.CreateAsync();
        var pages = new TablePages(await RelationCatalog.ReadAsync(database)).Write();
        var docs = Path.Combine(Repository(), "docs");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.Combine(docs, "tables"));
            foreach (var stale in Directory.EnumerateFiles(Path.Combine(docs, "tables"), "*.md").Where(path => !pages.ContainsKey($"tables/{Path.GetFileName(path)}")).ToList())
            {
                File.Delete(stale);
            }

            foreach (var (path, text) in pages)
            {
                await File.WriteAllTextAsync(Path.Combine(docs, path), text);
            }
        }

        Assert.Equal(
            pages.Keys.Where(path => path.StartsWith("tables/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(docs, "tables")).Select(path => $"tables/{Path.GetFileName(path)}").Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Value.ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(docs, page.Key)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Every_table_view_and_column_says_what_it_means()
    {
        await using var database = await TestDatabase.CreateAsync();
        var relations = await RelationCatalog.ReadAsync(database);
        var silent = relations.Values.SelectMany(relation => relation.Columns.Where(column => column.Comment is null).Select(column => $"{relation.Name}.{column.Name}")
            .Concat(relation.Comment is null ? [relation.Name] : []));
        Assert.Empty(silent);
        Assert.All(relations.Values.SelectMany(relation => relation.Columns), column => Assert.True(column.Comment!.EndsWith('.'), $"{column.Name}: {column.Comment}"));
    }

    [Fact]
    public async Task Every_table_and_view_has_one_example()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal((await RelationCatalog.ReadAsync(database)).Keys.Order(StringComparer.Ordinal), Example.All.Select(example => example.Relation).Order(StringComparer.Ordinal));
        Assert.All(Example.All, example => Assert.Matches($@"\b{example.Relation}\b", example.Sql));
    }

    [Fact]
    public async Task Examples_answer_readers_wherever_there_is_something_to_answer_with()
    {
        var database = await LoadedOrganization.SharedAsync();
        var unanswered = new List<string>();
        foreach (var example in Example.All)
        {
            if ((await database.ReaderRowsAsync(example.Sql)).Count == 0)
            {
                unanswered.Add($"{example.Relation} ({await database.RowAsync($"select count(*) from {example.Relation}")} rows)");
            }
        }

        Assert.Empty(unanswered);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrgLens.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
