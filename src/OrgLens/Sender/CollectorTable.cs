using System.Globalization;
using System.Text;

namespace OrgLens.Sender;

/// <summary>The collectors as a table for people: <c>docs/collectors.md</c>.</summary>
public static class CollectorTable
{
    /// <summary>The page's text.</summary>
    public static string Markdown(IReadOnlyList<Collector> collectors)
    {
        var page = new StringBuilder(
            """
            # Collectors

            What a snapshot is made of. Each line is one declaration in [src/OrgLens/Sender/Collectors](../src/OrgLens/Sender/Collectors), and each of
            its names, in each Region where it runs, ends in one entry of the document's `coverage`.

            This page is generated from the code: `UPDATE_DOCS=1 dotnet test test/OrgLens.Tests --filter CollectorTableTests`.

            | coverage | service | operations | runs | IAM actions | sections | tables | USD a run |
            | --- | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var collector in collectors)
        {
            var operations = collector.Operations;
            var sections = collector.Outputs.Select(output => output.Section).Distinct(StringComparer.Ordinal).ToList();
            string[] cells =
            [
                Lines(collector.Outputs.Select(output => $"`{output.Name}`")),
                Lines(operations.Select(operation => operation.Service.Id)),
                Lines(operations.Select(operation => operation.Name)),
                Runs(collector.Scope),
                Lines(operations.SelectMany(operation => operation.IamActions).Select(action => $"`{action}`")),
                Lines(sections.Select(section => $"`{section}`")),
                Lines(sections.SelectMany(section => SnapshotSections.Tables[section]).Select(table => $"`{table}`")),
                (collector.PaidCalls * collector.PriceUsd).ToString("0.00", CultureInfo.InvariantCulture),
            ];
            page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            Together: {collectors.Count} collectors, {CollectorActions.Of(collectors).Count} IAM actions (with `sts:GetCallerIdentity`, `account:ListRegions` and `ec2:DescribeRegions`,
            which find the account and its Regions), {collectors.Sum(collector => collector.PaidCalls)} paid requests in a run.

            """);
        return page.ToString();
    }

    private static string Lines(IEnumerable<string> values) => string.Join("<br>", values.Distinct(StringComparer.Ordinal));

    private static string Runs(CollectorScope scope) => scope switch
    {
        CollectorScope.EveryRegion => "in every Region",
        CollectorScope.Global => "once",
        _ => "in every Region, and once",
    };
}
