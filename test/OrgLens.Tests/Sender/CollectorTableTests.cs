using System.Text.RegularExpressions;
using OrgLens.Database;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

public sealed partial class CollectorTableTests
{
    [Fact]
    public void The_page_is_the_one_that_the_code_generates()
    {
        var page = Path.Combine(Repository(), "docs", "collectors.md");
        var text = CollectorTable.Markdown(CollectorList.All).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(page, text);
        }

        Assert.Equal(text, File.ReadAllText(page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Sections_and_tables_are_those_of_the_load_functions()
    {
        var loaded = Target().Matches(SqlFiles.Read("load/20_targets"))
            .Select(match => (Section: match.Groups[1].Value, Table: match.Groups[2].Value))
            .Select(target => (target.Section switch
            {
                "security.security_hub.findings" => "security.security_hub",
                "config.non_compliant_resources" => "config",
                var section => section,
            }, target.Table));
        var declared = SnapshotSections.Tables.SelectMany(pair => pair.Value.Select(table => (pair.Key, table))).Where(pair => pair.table != "accounts");
        Assert.Equal(loaded.Order(), declared.Order());
        Assert.Equal(SnapshotSections.Tables.Keys, SnapshotSections.All);
    }

    [Fact]
    public void Every_collector_is_declared_soundly()
    {
        Assert.Equal(CollectorList.All.Count, CollectorList.All.Select(collector => collector.Name).Distinct().Count());
        Assert.Equal(
            CollectorList.All.SelectMany(collector => collector.Outputs).Count(),
            CollectorList.All.SelectMany(collector => collector.Outputs).Select(output => output.Name).Distinct().Count());
        Assert.All(CollectorList.All, collector =>
        {
            Assert.NotEmpty(collector.Operations);
            Assert.All(collector.Outputs, output => Assert.Contains(output.Section, SnapshotSections.All));
            Assert.Equal(collector.PaidCalls > 0, collector.PriceUsd > 0);
            Assert.All(collector.Operations, operation => Assert.NotEmpty(operation.IamActions));
            Assert.True(collector.PaidCalls == 0 || collector.Scope == CollectorScope.Global, $"{collector.Name} would pay in every Region");
        });
    }

    [Fact]
    public void The_default_plan_pays_for_at_most_eight_requests() =>
        Assert.InRange(CollectorList.All.Sum(collector => collector.PaidCalls), 0, new CollectOptions().PaidCalls);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrgLens.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\(\d+, '([^']+)', '([^']+)'")]
    private static partial Regex Target();
}
