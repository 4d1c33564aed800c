using OrgLens.Sender;
using Spectre.Console;

namespace OrgLens.Cli.Output;

/// <summary>Shows a collection while it runs: a bar per service for people, one line for logs and pipes.</summary>
internal sealed class ServiceStages(IAnsiConsole? console, IStages plain)
{
    public Task<CollectedSnapshot> RunAsync(CollectionPlan plan, Func<IProgress<CollectionProgress>, Task<CollectedSnapshot>> work) =>
        console is null
            ? plain.RunAsync("Collecting", plan.Jobs.Count, steps => work(new Steps(steps)))
            : console.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(async context =>
                {
                    var bars = plan.Jobs.GroupBy(ServiceOf).OrderBy(jobs => jobs.Key, StringComparer.Ordinal)
                        .ToDictionary(jobs => jobs.Key, jobs => context.AddTask(Markup.Escape(jobs.Key.PadRight(28)), maxValue: jobs.Count()), StringComparer.Ordinal);
                    return await work(new Bars(bars));
                });

    private static string ServiceOf(CollectionJob job) => job.Collector.Operations[0].Service.Id;

    private sealed class Steps(IProgress<double> steps) : IProgress<CollectionProgress>
    {
        public void Report(CollectionProgress value) => steps.Report(value.Done);
    }

    private sealed class Bars(IReadOnlyDictionary<string, ProgressTask> bars) : IProgress<CollectionProgress>
    {
        public void Report(CollectionProgress value) => bars[ServiceOf(value.Job)].Increment(1);
    }
}
