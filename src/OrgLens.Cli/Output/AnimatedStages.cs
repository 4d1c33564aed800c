using Spectre.Console;

namespace OrgLens.Cli.Output;

/// <summary>A bar per stage, for people.</summary>
internal sealed class AnimatedStages(IAnsiConsole console) : IStages
{
    public async Task<T> RunAsync<T>(string name, double total, Func<IProgress<double>, Task<T>> work) =>
        await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(name.PadRight(28)), maxValue: Math.Max(total, 1));
                var result = await work(new Steps(task));
                task.Value = task.MaxValue;
                return result;
            });

    private sealed class Steps(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
