using System.Globalization;
using OrgLens.Sender;

namespace OrgLens.Cli.Output;

/// <summary>What a collection will do, and what it has done.</summary>
internal static class CollectReport
{
    public static void Plan(CommandContext context, CollectionPlan plan)
    {
        context.Renderer.Render(new ResultTable(
            [new("collector"), new("section"), new("places", ValueKind.Number), new("paid_calls", ValueKind.Number), new("usd", ValueKind.Number), new("operations")],
            [
                .. plan.Jobs.GroupBy(job => job.Collector).Select(jobs => (IReadOnlyList<string?>)
                [
                    jobs.Key.Name,
                    jobs.Key.Section,
                    Text(jobs.Count()),
                    Text(jobs.Where(job => !job.IsOverBudget).Sum(job => job.Collector.PaidCalls)),
                    (jobs.Where(job => !job.IsOverBudget).Sum(job => job.Collector.PaidCalls) * jobs.Key.PriceUsd).ToString("0.00", CultureInfo.InvariantCulture),
                    jobs.Any(job => job.IsOverBudget) ? "over budget" : string.Join(' ', jobs.Key.Operations),
                ]),
            ])
        {
            Title = string.Create(
                CultureInfo.InvariantCulture,
                $"Account {plan.Account.AccountId}, {plan.Window.Granularity} {plan.Window.Start:yyyy-MM-dd} to {plan.Window.End:yyyy-MM-dd}: {plan.Jobs.Count} jobs, {plan.PaidCalls} paid calls, USD {plan.PriceUsd:0.00}"),
        });
    }

    public static void Result(CommandContext context, CollectedSnapshot collected, SentSnapshot sent)
    {
        if (!context.Renderer.IsForPeople)
        {
            context.Renderer.Render(new ResultTable(
                [
                    new("collector"), new("region"), new("status"), new("items", ValueKind.Number), new("calls", ValueKind.Number), new("milliseconds", ValueKind.Number),
                    new("error"),
                ],
                [
                    .. collected.Coverage.Select(entry => (IReadOnlyList<string?>)
                        [entry.Collector, entry.Region, entry.Status.NameOf(), Text(entry.Items), Text(entry.Calls), Text((long)entry.Duration.TotalMilliseconds), entry.Error]),
                ]));
            return;
        }

        context.Renderer.Render(new ResultTable(
            [new("collector"), new("regions", ValueKind.Number), new("items", ValueKind.Number), new("calls", ValueKind.Number), new("statuses")],
            [
                .. collected.Coverage.GroupBy(entry => entry.Collector).Select(entries => (IReadOnlyList<string?>)
                [
                    entries.Key, Text(entries.Count()), Text(entries.Sum(entry => entry.Items)), Text(entries.Sum(entry => entry.Calls)),
                    string.Join(", ", entries.CountBy(entry => entry.Status.NameOf()).Select(status => entries.Count() == status.Value ? status.Key : $"{status.Value} {status.Key}")),
                ]),
            ])
        {
            Title = $"Account {sent.Account}",
        });
        if (sent.Gaps.Count > 0)
        {
            context.Renderer.Render(new ResultTable([new("gap")], [.. sent.Gaps.Select(gap => (IReadOnlyList<string?>)[gap])]) { Title = "What is missing" });
        }

        context.Renderer.Render(new ResultTable(
            [new("document"), new("rows", ValueKind.Number), new("bytes", ValueKind.Number), new("calls", ValueKind.Number), new("paid", ValueKind.Number)],
            [[sent.Path, Text(sent.Rows), Text(sent.Bytes), Text(sent.Calls), Text(sent.PaidCalls)]]));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
